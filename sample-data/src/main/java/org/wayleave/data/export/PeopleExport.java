package org.wayleave.data.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.feature.FeatureKind;
import org.wayleave.data.feature.FeatureSpec;
import org.wayleave.data.feature.Features;

/** Writes people to files, one at a time, without truth and future. All people are synthetic and the files say so. */
public final class PeopleExport {
    private final PersonGenerator generator;

    /** Makes an export of a population. */
    public PeopleExport(PersonGenerator generator) {
        this.generator = generator;
    }

    /** Writes people as newline-delimited JSON, each line in canonical form. */
    public void ndjson(int from, int count, Writer out) throws IOException {
        PersonJson json = new PersonJson(generator.recipe(), generator.asOf());
        for (int i = from; i < from + count; i++) {
            out.write(json.text(generator.person(i)));
            out.write('\n');
        }
    }

    /** Writes people as comma-separated values, a row each: profile, consent states and features at the moment of observation. */
    public void csv(int from, int count, Writer out) throws IOException {
        csvHeader(out);
        for (int i = from; i < from + count; i++) {
            csvRow(generator.person(i), out);
        }
    }

    /**
     * Writes people to a file, by its name as NDJSON (.ndjson, .jsonl) or CSV. The file appears when it is whole; after a
     * cancellation there is none.
     *
     * @param indexes the people to write, in order
     * @param written told the number of people written so far
     * @return false if cancelled
     */
    public boolean toFile(Path file, int[] indexes, IntConsumer written, BooleanSupplier cancelled) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path partial = Files.createTempFile(folder, ".people", ".partial");
        String name = file.getFileName().toString();
        boolean asJson = name.endsWith(".ndjson") || name.endsWith(".jsonl");
        PersonJson json = new PersonJson(generator.recipe(), generator.asOf());
        try {
            try (BufferedWriter out = Files.newBufferedWriter(partial, StandardCharsets.UTF_8)) {
                if (!asJson) {
                    csvHeader(out);
                }
                for (int i = 0; i < indexes.length; i++) {
                    if (cancelled.getAsBoolean()) {
                        return false;
                    }
                    Person person = generator.person(indexes[i]);
                    if (asJson) {
                        out.write(json.text(person));
                        out.write('\n');
                    } else {
                        csvRow(person, out);
                    }
                    written.accept(i + 1);
                }
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private void csvHeader(Writer out) throws IOException {
        out.write("id,synthetic,recipe,seed,asOf,ageBand,country,city,zone,device,flags,joined");
        for (ConsentRegistry.Key key : generator.recipe().consentRegistry().keys()) {
            out.write(",consent." + key.dimension().wire() + "." + CsvCell.of(key.id()));
        }
        for (FeatureSpec feature : generator.recipe().featureSchema().features()) {
            out.write(",feature." + CsvCell.of(feature.name()));
        }
        out.write("\r\n");
    }

    private void csvRow(Person person, Writer out) throws IOException {
        long asOf = generator.asOf().toEpochMilli();
        List<String> cells = List.of(
                person.id(),
                "true",
                generator.recipe().reference(),
                Long.toString(generator.seed()),
                generator.asOf().toString(),
                person.ageBand().wire(),
                person.country(),
                person.city(),
                person.zone().getId(),
                person.device().wire(),
                String.join(" ", person.flags()),
                Instant.ofEpochMilli(person.joined()).toString());
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(CsvCell.of(cells.get(i)));
        }
        for (int i = 0; i < person.consents().registry().size(); i++) {
            out.write(',');
            out.write(person.consents().status(i, asOf).wire());
        }
        Features features = person.features();
        for (int i = 0; i < features.schema().features().size(); i++) {
            out.write(',');
            out.write(cell(features, i));
        }
        out.write("\r\n");
    }

    private static String cell(Features features, int i) {
        Object value = features.value(i);
        if (value == null) {
            return "";
        }
        if (features.schema().features().get(i).kind() == FeatureKind.NUMBER) {
            double number = features.raw(i);
            return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
        }
        return CsvCell.of(value.toString());
    }
}
