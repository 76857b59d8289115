package org.wayleave.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wayleave.data.feature.FeatureSpec;
import org.wayleave.data.feature.Features;
import org.wayleave.data.table.CategoryColumn;
import org.wayleave.data.table.Column;
import org.wayleave.data.table.NumberColumn;
import org.wayleave.data.table.Table;

/** The features of the first synthetic people of a workspace as a table. */
final class PeopleTable {
    private PeopleTable() {}

    static Table of(WorkspacePeople people, int count) {
        List<FeatureSpec> specs = people.recipe().featureSchema().features();
        double[][] values = new double[specs.size()][count];
        for (int i = 0; i < count; i++) {
            Features features = people.generator().person(i).features();
            for (int column = 0; column < values.length; column++) {
                values[column][i] = features.raw(column);
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            columns.add(column(specs.get(i), values[i]));
        }
        return new Table(columns);
    }

    private static Column column(FeatureSpec spec, double... values) {
        return switch (spec.kind()) {
            case NUMBER -> new NumberColumn(spec.name(), NumberColumn.Unit.NUMBER, values);
            case FLAG -> new CategoryColumn(spec.name(), List.of("no", "yes"), codes(values));
            case TEXT -> new CategoryColumn(spec.name(), spec.vocabulary(), codes(values));
        };
    }

    private static int[] codes(double... values) {
        return Arrays.stream(values)
                .mapToInt(value -> Double.isNaN(value) ? CategoryColumn.MISSING : (int) value)
                .toArray();
    }
}
