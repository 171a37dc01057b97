package io.crossgov.hiring.document;

import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The object streams of a PDF (ISO 32000-1, 7.5.7), in which newer programs pack its pages and most else that is no picture or font. */
final class PackedObjects {

    private static final Pattern STREAM = Pattern.compile("/ObjStm\\b[^\\x00]{0,1000}?[>\\s]stream\\r?\\n");

    /** Bytes that one stream is unpacked to; programs write some hundred objects into each. */
    private static final int LONGEST = 4 << 20;

    /** Bytes of all streams of a file together. */
    private static final long LONGEST_TOGETHER = 256L << 20;

    /** What trying costs, at least. */
    private static final int LEAST = 1 << 16;

    private final Latin1 content;

    PackedObjects(Latin1 content) {
        this.content = content;
    }

    /** @param otherwise what a stream counts for that cannot be unpacked, or is not to the end */
    boolean anyMatch(Pattern words, boolean otherwise) {
        var stream = STREAM.matcher(content);
        var left = LONGEST_TOGETHER;
        var objects = new byte[stream.find() ? LONGEST : 0];
        for (var found = objects.length > 0; found && left > 0; found = stream.find()) {
            var length = unpack(stream.end(), objects);
            var isReadToItsEnd = length > 0 && length < LONGEST;
            if (length > 0
                            && words.matcher(new Latin1(objects))
                                    .region(0, length)
                                    .find()
                    || !isReadToItsEnd && otherwise) {
                return true;
            }
            left -= Math.max(length, LEAST);
        }
        return left <= 0 && otherwise;
    }

    private int unpack(int start, byte[] into) {
        var inflater = new Inflater();
        try {
            inflater.setInput(content.bytes(), start, content.length() - start);
            var length = 0;
            while (length < into.length && !inflater.finished()) {
                var some = inflater.inflate(into, length, into.length - length);
                if (some == 0) {
                    break;
                }
                length += some;
            }
            return length;
        } catch (DataFormatException notPackedThisWay) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
