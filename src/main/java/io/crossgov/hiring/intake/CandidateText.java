package io.crossgov.hiring.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The characters of a file that should be text. A byte order mark says in which encoding they are; without one it is what the sender says,
 * else UTF-8. Which of the old encodings of Windows and the Mac a file is in cannot be told from its bytes, and a wrong guess puts wrong names
 * into letters: so nothing is guessed, and what is not UTF-8 is told by its place. What old programs leave at the end of a file, Ctrl-Z and
 * U+0000, is dropped.
 */
final class CandidateText extends Reader {

    private static final int CHUNK = 8192;

    /** Enough to see the names of a ZIP file's first parts. */
    private static final int HEAD = 4096;

    private static final int LONGEST_FILLING = 65_536;
    private static final int LONGEST_LINE_REMEMBERED = 100_000;
    private static final char CTRL_Z = '\u001A';

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer in = ByteBuffer.allocate(CHUNK).flip();

    /** Decoded and not given away yet. */
    private final StringBuilder out = new StringBuilder(CHUNK);

    private final StringBuilder filling = new StringBuilder();
    private final StringBuilder lineSoFar = new StringBuilder();
    private long line = 1;
    private boolean afterReturn;
    private boolean ended;
    private boolean malformed;

    private CandidateText(InputStream bytes, Charset charset) {
        this.bytes = bytes;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The file is something else than text. */
    static final class NoText extends IOException {

        private static final long serialVersionUID = 1L;

        private NoText(String reason) {
            super(reason);
        }
    }

    /** Bytes that are no characters in the encoding of the file. */
    static final class Undecodable extends IOException {

        private static final long serialVersionUID = 1L;

        private final long line;
        private final String before;

        private final String encoding;

        private Undecodable(long line, String before, Charset charset) {
            this.line = line;
            this.before = before;
            this.encoding = charset.name();
        }

        /** In which the file was read. */
        String encoding() {
            return encoding;
        }

        /** From 1. */
        long line() {
            return line;
        }

        /** What stands in the line before them. */
        String before() {
            return before;
        }
    }

    /**
     * Opens a file.
     *
     * @param said the encoding that the sender names; null when none is named
     * @throws NoText when the file is a workbook or another thing that only programs read
     * @throws IOException when the connection breaks
     */
    static CandidateText of(InputStream content, Charset said) throws IOException {
        var bytes = new BufferedInputStream(content, HEAD);
        bytes.mark(HEAD);
        var head = bytes.readNBytes(HEAD);
        bytes.reset();
        var something = FileLikeness.of(head).map(FileLikeness::sentence);
        if (something.isPresent()) {
            throw new NoText(something.get());
        }
        var mark = marked(head);
        if (mark.isPresent()) {
            bytes.skipNBytes(mark.get().equals(StandardCharsets.UTF_8) ? 3 : 2);
            return new CandidateText(bytes, mark.get());
        }
        return new CandidateText(bytes, unmarked(head).orElse(said == null ? StandardCharsets.UTF_8 : asMeant(said)));
    }

    private static Optional<Charset> marked(byte[] head) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (begins(head, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return begins(head, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** The header is of plain letters: in UTF-16 every second byte of it is empty. */
    private static Optional<Charset> unmarked(byte[] head) {
        if (head.length < 4) {
            return Optional.empty();
        }
        if (head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    /** Who says ASCII or ISO 8859-1 means what contains it: so browsers read it, too. */
    private static Charset asMeant(Charset said) {
        if (said.equals(StandardCharsets.US_ASCII)) {
            return StandardCharsets.UTF_8;
        }
        return said.equals(StandardCharsets.ISO_8859_1) ? Charset.forName("windows-1252") : said;
    }

    private static boolean begins(byte[] head, int... start) {
        for (int at = 0; at < start.length; at++) {
            if (at >= head.length || (head[at] & 0xFF) != start[at]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        while (out.isEmpty()) {
            if (malformed) {
                throw new Undecodable(line, lineSoFar.toString(), decoder.charset());
            }
            if (ended) {
                return -1;
            }
            decodeSome();
        }
        var given = Math.min(length, out.length());
        out.getChars(0, given, into, offset);
        out.delete(0, given);
        return given;
    }

    private void decodeSome() throws IOException {
        in.compact();
        var read = bytes.read(in.array(), in.position(), in.remaining());
        ended = read < 0;
        in.position(in.position() + Math.max(read, 0)).flip();
        var characters = CharBuffer.allocate(CHUNK);
        var result = decoder.decode(in, characters, ended);
        malformed = result.isError();
        add(characters.flip());
    }

    /** Fillings at the end of what is there may be those at the end of the file. */
    private void add(CharSequence decoded) {
        var to = decoded.length();
        while (to > 0 && isFilling(decoded.charAt(to - 1))) {
            to--;
        }
        if (to > 0 || malformed || filling.length() > LONGEST_FILLING) {
            out.append(filling).append(decoded, 0, to);
            filling.setLength(0);
        }
        filling.append(decoded, to, decoded.length());
        remember(out);
    }

    private static boolean isFilling(char character) {
        return character == CTRL_Z || character == 0;
    }

    private void remember(CharSequence text) {
        var start = 0;
        for (int at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (character == '\r' || character == '\n' && !(at == 0 ? afterReturn : text.charAt(at - 1) == '\r')) {
                line++;
            }
            if (character == '\r' || character == '\n') {
                lineSoFar.setLength(0);
                start = at + 1;
            }
        }
        if (!text.isEmpty()) {
            afterReturn = text.charAt(text.length() - 1) == '\r';
        }
        if (lineSoFar.length() < LONGEST_LINE_REMEMBERED) {
            lineSoFar.append(text, start, text.length());
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
