package org.wayleave.engine.compile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Statement;

/** Finds the locals that a statement may read before any has written them, by following every way through blocks. */
final class UnsetReads {
    private final BitSet found = new BitSet();
    private final List<Exit> exits = new ArrayList<>();

    /** The end of an open block: what is set whichever way it is reached. */
    private static final class Exit {
        @Nullable
        BitSet set; // null as long as nothing leads there

        void reachedWith(BitSet also) {
            if (set == null) {
                set = (BitSet) also.clone();
            } else {
                set.and(also);
            }
        }
    }

    private UnsetReads() {}

    /** Locals that blocks, which run in turn, may read although neither they nor their callers have set them. */
    static BitSet of(List<Block> blocks, BitSet setBefore) {
        UnsetReads reads = new UnsetReads();
        reads.inTurn(blocks, (BitSet) setBefore.clone());
        return reads.found;
    }

    private @Nullable BitSet inTurn(List<Block> blocks, @Nullable BitSet set) {
        BitSet now = set;
        for (Block block : blocks) {
            if (now == null) {
                return null;
            }
            Exit exit = new Exit();
            exits.add(exit);
            BitSet end = follow(block, now);
            exits.removeLast();
            if (end != null) {
                exit.reachedWith(end);
            }
            now = exit.set;
        }
        return now;
    }

    /** Follows a block's statements; returns what is set at their end, null when it is not reached. */
    private @Nullable BitSet follow(Block block, BitSet set) {
        BitSet now = (BitSet) set.clone();
        for (Statement statement : block.statements()) {
            for (int operand : Locals.read(statement)) {
                if (operand >= 0 && !now.get(operand)) {
                    found.set(operand);
                }
            }
            BitSet after = follow(statement, now);
            if (after == null) {
                return null;
            }
            now = after;
        }
        return now;
    }

    private @Nullable BitSet follow(Statement statement, BitSet set) {
        switch (statement) {
            case Statement.Blocks s -> {
                return inTurn(s.blocks(), set);
            }
            case Statement.Break s -> {
                leave(s.index(), set);
                return null;
            }
            case Statement.ReturnLocal s -> {
                return null;
            }
            case Statement.Not s -> {
                Exit exit = new Exit();
                exits.add(exit);
                BitSet end = follow(s.block(), set);
                exits.removeLast();
                if (end != null) {
                    leave(0, end);
                }
                return exit.set;
            }
            case Statement.Scan s -> {
                BitSet inside = (BitSet) set.clone();
                inside.set(s.key());
                inside.set(s.value());
                exits.add(new Exit());
                follow(s.block(), inside);
                exits.removeLast();
                return set; // it may meet nothing
            }
            case Statement.With s -> {
                leave(0, set);
                exits.add(new Exit());
                BitSet end = follow(s.block(), set);
                exits.removeLast();
                return end;
            }
            case Statement.CallDynamic s -> leave(3, set);
            default -> {}
        }
        if (mayBeUndefined(statement)) {
            leave(0, set);
        }
        Locals.written(statement).forEach(set::set);
        return set;
    }

    private static boolean mayBeUndefined(Statement statement) {
        return switch (statement) {
            case Statement.Dot s -> true;
            case Statement.Call s -> true;
            case Statement.CallBuiltin s -> true;
            case Statement.CallDynamic s -> true;
            case Statement.Equal s -> true;
            case Statement.NotEqual s -> true;
            case Statement.IsArray s -> true;
            case Statement.IsObject s -> true;
            case Statement.IsSet s -> true;
            case Statement.IsDefined s -> true;
            case Statement.IsUndefined s -> true;
            default -> false;
        };
    }

    private void leave(int further, BitSet set) {
        exits.get(Math.max(0, exits.size() - 1 - further)).reachedWith(set);
    }
}
