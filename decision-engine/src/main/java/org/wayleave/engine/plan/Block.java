package org.wayleave.engine.plan;

import java.util.List;

/** Statements run in turn until one is undefined, breaks or returns. */
public final class Block {
    private final Statement[] statements;

    public Block(List<Statement> statements) {
        this.statements = statements.toArray(Statement[]::new);
    }

    public int size() {
        return statements.length;
    }

    public Statement statement(int i) {
        return statements[i];
    }

    public List<Statement> statements() {
        return List.of(statements);
    }
}
