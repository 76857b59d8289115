package org.wayleave.app.quality;

import org.jspecify.annotations.Nullable;
import org.wayleave.data.quality.TableExamination;

/**
 * What was examined, and what came of it.
 *
 * @param table the table
 * @param against what it was compared with; null for nothing
 * @param held who was held out when it was made; null for nobody
 * @param seed of samples and attacks
 */
public record ExaminedTable(
        NamedTable table,
        @Nullable NamedTable against,
        @Nullable NamedTable held,
        long seed,
        TableExamination examination) {}
