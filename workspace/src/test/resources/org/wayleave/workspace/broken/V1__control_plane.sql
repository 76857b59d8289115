-- One row: what this database is.
CREATE TABLE workspace_identity (
    id VARCHAR(36) NOT NULL,
    format VARCHAR(40) NOT NULL,
    created TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_workspace_identity PRIMARY KEY (id)
);

CREATE TABLE workspace_user (
    id VARCHAR(80) NOT NULL,
    name VARCHAR(200) NOT NULL,
    role VARCHAR(40) NOT NULL,
    active BOOLEAN NOT NULL,
    CONSTRAINT pk_workspace_user PRIMARY KEY (id)
);

-- Rows are only ever added.
CREATE TABLE document_version (
    kind VARCHAR(20) NOT NULL,
    id VARCHAR(120) NOT NULL,
    version INT NOT NULL,
    title VARCHAR(200) NOT NULL,
    author VARCHAR(80) NOT NULL,
    saved TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    content_hash VARCHAR(71) NOT NULL,
    content CLOB NOT NULL,
    CONSTRAINT pk_document_version PRIMARY KEY (kind, id, version)
);

-- Rows are only ever added; the row with the highest ordinal is the present state.
CREATE TABLE document_state (
    kind VARCHAR(20) NOT NULL,
    id VARCHAR(120) NOT NULL,
    version INT NOT NULL,
    ordinal INT NOT NULL,
    state VARCHAR(20) NOT NULL,
    author VARCHAR(80) NOT NULL,
    changed TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_document_state PRIMARY KEY (kind, id, version, ordinal),
    CONSTRAINT fk_document_state_version FOREIGN KEY (kind, id, version) REFERENCES document_version (kind, id, version)
);

CREATE TABLE run (
    number INT NOT NULL,
    id VARCHAR(40) NOT NULL,
    journey_id VARCHAR(120) NOT NULL,
    journey_version INT NOT NULL,
    journey_hash VARCHAR(80) NOT NULL,
    policy_hash VARCHAR(80) NOT NULL,
    recipe VARCHAR(120) NOT NULL,
    people INT NOT NULL,
    days INT NOT NULL,
    seed BIGINT NOT NULL,
    state VARCHAR(20) NOT NULL,
    author VARCHAR(80) NOT NULL,
    started TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    finished TIMESTAMP(3) WITH TIME ZONE,
    ledger_hash VARCHAR(80),
    summary CLOB,
    why VARCHAR(2000),
    CONSTRAINT pk_run PRIMARY KEY (number),
    CONSTRAINT uq_run_id UNIQUE (id)
);

CREATE TABLE preference (
    name VARCHAR(200) NOT NULL,
    content CLOB NOT NULL,
    CONSTRAINT pk_preference PRIMARY KEY (name)
);

-- Rows are only ever added. hash = SHA-256 over the bytes of previous_hash and the RFC 8785 form of the other columns.
CREATE TABLE audit_entry (
    number BIGINT NOT NULL,
    entered TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    author VARCHAR(80) NOT NULL,
    type VARCHAR(80) NOT NULL,
    subject VARCHAR(400) NOT NULL,
    detail CLOB NOT NULL,
    previous_hash VARCHAR(64) NOT NULL,
    hash VARCHAR(64) NOT NULL,
    CONSTRAINT pk_audit_entry PRIMARY KEY (number)
);

-- One row: how far audit_entry reaches. The file audit.head beside the database says the same from outside.
CREATE TABLE audit_head (
    id INT NOT NULL,
    entries BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL,
    CONSTRAINT pk_audit_head PRIMARY KEY (id)
);
