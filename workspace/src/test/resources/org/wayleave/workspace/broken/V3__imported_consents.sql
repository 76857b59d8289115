-- Files of consents that were imported, each with the number of its records; an import that is deleted leaves only audit rows.
CREATE TABLE consent_import (
    number INT NOT NULL,
    catalogue VARCHAR(120) NOT NULL,
    file_name VARCHAR(400) NOT NULL,
    file_hash VARCHAR(64) NOT NULL,
    format VARCHAR(80) NOT NULL,
    people INT NOT NULL,
    records INT NOT NULL,
    losses INT NOT NULL,
    content_hash VARCHAR(80) NOT NULL,
    author VARCHAR(80) NOT NULL,
    imported TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_consent_import PRIMARY KEY (number)
);

-- What happened to consents by those files; people are named by tokens only.
CREATE TABLE consent_record (
    import_number INT NOT NULL,
    ordinal INT NOT NULL,
    subject VARCHAR(120) NOT NULL,
    event VARCHAR(400) NOT NULL,
    dimension VARCHAR(20) NOT NULL,
    consent VARCHAR(120) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    happened TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    policy_version VARCHAR(200) NOT NULL,
    source VARCHAR(200) NOT NULL,
    evidence VARCHAR(400) NOT NULL,
    evidence_hash VARCHAR(64) NOT NULL,
    valid_until TIMESTAMP(9) WITH TIME ZONE,
    CONSTRAINT pk_consent_record PRIMARY KEY (import_number, ordinal),
    CONSTRAINT fk_consent_record_import FOREIGN KEY (import_number) REFERENCES consent_import (number)
);

CREATE INDEX ix_consent_record_subject ON consent_record (subject, happened);
CREATE INDEX ix_consent_record_consent ON consent_record (dimension, consent, kind);
CREATE INDEX ix_consent_import_file ON consent_import (file_hash);
