-- Rows are only ever added; the row with the highest ordinal is the limit in force.
CREATE TABLE privacy_limit (
    dataset VARCHAR(120) NOT NULL,
    purpose VARCHAR(120) NOT NULL,
    ordinal INT NOT NULL,
    epsilon DOUBLE PRECISION NOT NULL,
    delta DOUBLE PRECISION NOT NULL,
    author VARCHAR(80) NOT NULL,
    changed TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_privacy_limit PRIMARY KEY (dataset, purpose, ordinal)
);

-- Rows are only ever added: one for each release about people that was paid for.
CREATE TABLE privacy_spend (
    number INT NOT NULL,
    dataset VARCHAR(120) NOT NULL,
    purpose VARCHAR(120) NOT NULL,
    query VARCHAR(400) NOT NULL,
    rho DOUBLE PRECISION NOT NULL,
    delta DOUBLE PRECISION NOT NULL,
    author VARCHAR(80) NOT NULL,
    spent TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_privacy_spend PRIMARY KEY (number)
);
