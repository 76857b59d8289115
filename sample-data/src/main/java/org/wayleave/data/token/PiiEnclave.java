package org.wayleave.data.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Holds raw identifiers for a short time, such as for sending a message, apart from everything else and encrypted.
 *
 * <p>Time is cut into slots, a twenty-fourth of the time to live each. A slot has a folder with a key of its own
 * and a file per record; a record lives from when it was put until its slot's beginning plus the time to live, so never
 * longer than that. A purge destroys the key of an ended slot first and then its records: whatever a copy of the records may
 * keep cannot be read any more.
 *
 * <p>Every access writes an audit row before anything is given out. Safe for use by several threads of one process.
 */
public final class PiiEnclave {
    private static final int SLOTS = 24;
    private static final int LONGEST = 1024;
    /** A code, a nonce and a tag. */
    private static final int SHORTEST = 29;

    private static final String KEY = "slot.key";

    private final Path folder;
    private final InstantSource clock;
    private final Duration timeToLive;
    private final EnclaveAudit audit;
    private final SecureRandom random;

    /**
     * Makes an enclave over a folder; what is there from before stays until its time.
     *
     * @param timeToLive how long a record may be kept, a minute to 30 days
     */
    public PiiEnclave(Path folder, InstantSource clock, Duration timeToLive, EnclaveAudit audit, SecureRandom random) {
        if (timeToLive.compareTo(Duration.ofMinutes(1)) < 0 || timeToLive.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException("raw identifiers live a minute to 30 days, not " + timeToLive);
        }
        this.folder = folder;
        this.clock = clock;
        this.timeToLive = timeToLive;
        this.audit = audit;
        this.random = random;
    }

    /**
     * Keeps a raw identifier.
     *
     * @return the reference under which it can be asked for until it expires; it says nothing about the identifier
     */
    public synchronized String put(IdentifierKind kind, String raw) {
        if (raw.length() > LONGEST) {
            throw new EnclaveException("an identifier has at most " + LONGEST + " characters");
        }
        Instant now = clock.instant();
        long slot = slot(now);
        byte[] id = new byte[8];
        random.nextBytes(id);
        String reference =
                String.format(Locale.ROOT, "%x-%s", slot, HexFormat.of().formatHex(id));
        audit.row(now, "pii-stored", reference, "", kind.wire());
        byte[] key = slotKey(slot);
        try {
            byte[] sealed = new SlotCipher(key).seal(reference, kind, raw, random);
            byte[] record = ByteBuffer.allocate(1 + sealed.length)
                    .put((byte) kind.code())
                    .put(sealed)
                    .array();
            OwnerOnlyFiles.create(record(slot, reference), record);
        } catch (IOException e) {
            throw new UncheckedIOException("a record cannot be written into " + folder, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
        return reference;
    }

    /**
     * Gives out a raw identifier, once an audit row says to whom and why.
     *
     * @throws EnclaveException if it expired, was purged, never was, or was changed
     */
    public synchronized String reveal(String reference, String who, String why) {
        if (who.isBlank() || why.isBlank()) {
            throw new EnclaveException("say who asks and why; both are kept in the audit ledger");
        }
        Instant now = clock.instant();
        if (!reference.matches("[0-9a-f]{1,15}-[0-9a-f]{16}")) {
            throw new EnclaveException("this is no reference of the enclave");
        }
        long slot = Long.parseLong(reference.substring(0, reference.indexOf('-')), 16);
        Path file = record(slot, reference);
        if (!now.isBefore(end(slot)) || !Files.isRegularFile(file)) {
            audit.row(now, "pii-refused", reference, who, why);
            throw new EnclaveException(
                    "the record expired, was purged or never was; ask the person again if you need it");
        }
        audit.row(now, "pii-revealed", reference, who, why);
        byte[] key = new byte[0];
        try {
            byte[] record = Files.readAllBytes(file);
            key = Files.readAllBytes(slotFolder(slot).resolve(KEY));
            IdentifierKind kind = record.length < SHORTEST ? null : IdentifierKind.ofCode(record[0]);
            if (kind == null) {
                throw new EnclaveException("the record " + reference + " is damaged; it is not shown");
            }
            return new SlotCipher(key).open(reference, kind, Arrays.copyOfRange(record, 1, record.length));
        } catch (IOException e) {
            throw new UncheckedIOException("the record " + reference + " cannot be read from " + folder, e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Deletes the slots whose time is over, keys first, and returns the number of records deleted. */
    public synchronized int purge() {
        Instant now = clock.instant();
        int deleted = 0;
        try {
            for (Path slotFolder : slots()) {
                long slot = Long.parseLong(slotFolder.getFileName().toString(), 16);
                if (!now.isBefore(end(slot))) {
                    deleted += destroy(slotFolder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "not everything that expired could be deleted from " + folder + "; purge again", e);
        }
        if (deleted > 0) {
            audit.row(now, "pii-purged", "enclave", "", deleted + " records");
        }
        return deleted;
    }

    /** Returns the number of records on the disk, expired ones among them until they are purged. */
    public synchronized int size() {
        int size = 0;
        try {
            for (Path slotFolder : slots()) {
                size += records(slotFolder).size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the enclave in " + folder + " cannot be read", e);
        }
        return size;
    }

    /** Returns how long a record may be kept. */
    public Duration timeToLive() {
        return timeToLive;
    }

    private static int destroy(Path slotFolder) throws IOException {
        OwnerOnlyFiles.shred(slotFolder.resolve(KEY));
        List<Path> records = records(slotFolder);
        for (Path record : records) {
            OwnerOnlyFiles.shred(record);
        }
        Files.delete(slotFolder);
        return records.size();
    }

    private byte[] slotKey(long slot) {
        Path file = slotFolder(slot).resolve(KEY);
        try {
            if (Files.isRegularFile(file)) {
                return Files.readAllBytes(file);
            }
            OwnerOnlyFiles.folder(folder);
            OwnerOnlyFiles.folder(slotFolder(slot));
            byte[] key = new byte[SlotCipher.KEY_BYTES];
            random.nextBytes(key);
            OwnerOnlyFiles.create(file, key);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("the key of a slot cannot be written into " + folder, e);
        }
    }

    private List<Path> slots() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("[0-9a-f]{1,15}"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> records(Path slotFolder) throws IOException {
        try (Stream<Path> entries = Files.list(slotFolder)) {
            return entries.filter(entry -> !entry.getFileName().toString().equals(KEY))
                    .sorted()
                    .toList();
        }
    }

    private long slot(Instant instant) {
        return instant.toEpochMilli() / (timeToLive.toMillis() / SLOTS);
    }

    private Instant end(long slot) {
        return Instant.ofEpochMilli(slot * (timeToLive.toMillis() / SLOTS)).plus(timeToLive);
    }

    private Path slotFolder(long slot) {
        return folder.resolve(Long.toHexString(slot));
    }

    private Path record(long slot, String reference) {
        return slotFolder(slot).resolve(reference);
    }
}
