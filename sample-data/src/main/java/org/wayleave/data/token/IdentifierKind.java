package org.wayleave.data.token;

import org.jspecify.annotations.Nullable;

/** The kinds of identifier that point at a person. */
public enum IdentifierKind {
    LOGIN(0, "login", "Login"),
    CUSTOMER_ID(1, "customer-id", "Customer number"),
    INSTALL_ID(2, "install-id", "App installation"),
    LOYALTY_CARD(3, "loyalty-card", "Loyalty card"),
    EMAIL(4, "email", "E-mail address"),
    PHONE(5, "phone", "Phone number");

    private final int code;
    private final String wire;
    private final String title;

    IdentifierKind(int code, String wire, String title) {
        this.code = code;
        this.wire = wire;
        this.title = title;
    }

    /** Returns the name used in documents and tokens. */
    public String wire() {
        return wire;
    }

    /** Returns the kind in words. */
    public String title() {
        return title;
    }

    /** Returns the number that stands for the kind in columns and files, 0 or more. */
    public int code() {
        return code;
    }

    /** Returns the kind of a code, null if there is none. */
    public static @Nullable IdentifierKind ofCode(int code) {
        for (IdentifierKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        return null;
    }

    /** Returns the kind of a name, null if there is none. */
    public static @Nullable IdentifierKind named(String wire) {
        for (IdentifierKind kind : values()) {
            if (kind.wire.equals(wire)) {
                return kind;
            }
        }
        return null;
    }
}
