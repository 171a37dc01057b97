package io.crossgov.hiring.document;

import java.io.InputStream;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The bytes of a file, read from the database piece by piece: many people who download large files at once, or slowly, hold neither the
 * files in memory nor a connection.
 */
final class StoredContent extends InputStream {

    private static final int PIECE = 1024 * 1024;

    private final JdbcTemplate jdbc;
    private final UUID document;
    private final long size;
    private byte[] piece = {};
    private int next;
    private long fetched;

    /** @param size in bytes */
    StoredContent(JdbcTemplate jdbc, UUID document, long size) {
        this.jdbc = jdbc;
        this.document = document;
        this.size = size;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : piece[next++] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        var count = Math.min(length, piece.length - next);
        System.arraycopy(piece, next, into, offset, count);
        next += count;
        return count;
    }

    private boolean isAtEnd() {
        if (next == piece.length && fetched < size) {
            piece = jdbc.queryForObject(
                    "select substring(content from ? for ?) from document_content where document_id = ?",
                    byte[].class,
                    (int) fetched + 1,
                    PIECE,
                    document);
            next = 0;
            fetched += piece.length;
        }
        return next == piece.length;
    }
}
