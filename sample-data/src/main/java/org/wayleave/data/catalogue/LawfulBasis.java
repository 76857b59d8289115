package org.wayleave.data.catalogue;

/** A ground in law for using data. */
public record LawfulBasis(String id, String title, String description) {}
