package io.crossgov.hiring.document;

import io.crossgov.hiring.common.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An uploaded file on its way into the database: on disk, measured, hashed and known by content. Closing it deletes it. */
record CheckedFile(Path path, String name, FileType type, long size, String sha256) implements AutoCloseable {

    /** Largest file accepted, in bytes: 25 MB. */
    static final long LIMIT = 25L * 1024 * 1024;

    static final String TOO_LARGE = "The file is larger than 25 MB. Make it smaller or split it, then upload it again.";

    /** @throws Refusal 400 when the file is empty, too large, of another type than the accepted ones, or nothing that whoever gets it could open */
    static CheckedFile of(String fileName, InputStream content) {
        Path path = null;
        try {
            path = Files.createTempFile("upload-", null);
            return check(path, fileName, content);
        } catch (IOException | RuntimeException failed) {
            delete(path);
            throw failed instanceof RuntimeException refused ? refused : unreadable((IOException) failed);
        }
    }

    private static CheckedFile check(Path path, String fileName, InputStream content) throws IOException {
        var digest = sha256Digest();
        long size = 0;
        try (var out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            var buffer = new byte[65_536];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > LIMIT) {
                    throw Refusal.invalid("file", TOO_LARGE);
                }
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            throw Refusal.invalid("file", "The file is empty. Choose a file that has content.");
        }
        var type = FileContent.of(path, fileName);
        return new CheckedFile(
                path, FileName.safe(fileName, type), type, size, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RuntimeException unreadable(IOException failure) {
        return new UncheckedIOException("an uploaded file could not be read", failure);
    }

    private static void delete(Path path) {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    @Override
    public void close() {
        delete(path);
    }
}
