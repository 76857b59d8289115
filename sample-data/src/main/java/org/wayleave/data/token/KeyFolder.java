package org.wayleave.data.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;

/** Keys in a folder of their own, a file for each epoch, readable by the owner only. */
public final class KeyFolder implements KeySource {
    private final Path folder;
    private final SecureRandom random;

    /** Makes a source; the folder is made with the first key. */
    public KeyFolder(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** Makes the key of an epoch unless it is there. */
    public void make(int epoch) {
        byte[] secret = new byte[TokenKey.LEAST_BYTES];
        try {
            OwnerOnlyFiles.folder(folder);
            if (!Files.exists(file(epoch))) {
                random.nextBytes(secret);
                OwnerOnlyFiles.create(file(epoch), secret);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the key of epoch " + epoch + " cannot be written into " + folder, e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    @Override
    public TokenKey key(int epoch) {
        Path file = file(epoch);
        if (!Files.isRegularFile(file)) {
            throw new KeyGoneException(epoch);
        }
        byte[] secret = new byte[0];
        try {
            if (Files.size(file) != TokenKey.LEAST_BYTES) {
                throw new UncheckedIOException(new IOException("the file of the key of epoch " + epoch + " in " + folder
                        + " is damaged; bring it back from a copy"));
            }
            secret = Files.readAllBytes(file);
            return TokenKey.of(epoch, secret);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of epoch " + epoch + " cannot be read from " + folder, e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** Destroys the key of an epoch; its tokens can be made by nobody afterwards. */
    public void destroy(int epoch) {
        try {
            OwnerOnlyFiles.shred(file(epoch));
        } catch (IOException e) {
            throw new UncheckedIOException("the key of epoch " + epoch + " cannot be deleted from " + folder, e);
        }
    }

    private Path file(int epoch) {
        return folder.resolve(String.format(Locale.ROOT, "epoch-%06d.key", epoch));
    }
}
