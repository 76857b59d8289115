ALTER TABLE preference ADD COLUMN note VARCHAR(10);
DROP TABLE audit_entry;
DROP TABLE does_not_exist;
