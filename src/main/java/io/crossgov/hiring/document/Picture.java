package io.crossgov.hiring.document;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Whether all of a picture is there: a PNG (ISO/IEC 15948) or a JPEG (ISO/IEC 10918-1). Its parts are walked through and no point of it is
 * kept, so that no small file can grow.
 */
final class Picture {

    /** What a picture may turn out to be. */
    enum State {
        WHOLE,
        /** It ends before its end, or its parts do not fit together. */
        CUT_OFF,
        /** It has no width or no height. */
        EMPTY,
        /** More points than {@link #MOST_POINTS}: nobody's program shows it. */
        TOO_LARGE
    }

    /** A letter page scanned at 1200 dots per inch has 135 million. */
    private static final long MOST_POINTS = 150_000_000;

    private static final long PNG_MARK = 0x89504e470d0a1a0aL;

    /** Values of a point, by the kind of colour that a PNG names. */
    private static final Map<Integer, Integer> SAMPLES = Map.of(0, 1, 2, 3, 3, 1, 4, 2, 6, 4);

    private Picture() {}

    static State png(Path file) throws IOException {
        try (var in = open(file)) {
            return in.readLong() == PNG_MARK ? png(in) : State.CUT_OFF;
        } catch (EOFException | DataFormatException broken) {
            return State.CUT_OFF;
        }
    }

    static State jpeg(Path file) throws IOException {
        try (var in = open(file)) {
            return in.readUnsignedShort() == 0xffd8 ? jpeg(in) : State.CUT_OFF;
        } catch (EOFException brokenOff) {
            return State.CUT_OFF;
        }
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 65_536));
    }

    private static State size(long width, long height) {
        if (width <= 0 || height <= 0) {
            return State.EMPTY;
        }
        return width > MOST_POINTS / height ? State.TOO_LARGE : State.WHOLE;
    }

    private static State png(DataInputStream in) throws IOException, DataFormatException {
        if (in.readInt() != 13 || !"IHDR".equals(type(in))) {
            return State.CUT_OFF;
        }
        var width = in.readInt();
        var height = in.readInt();
        var depth = in.readUnsignedByte();
        var samples = SAMPLES.getOrDefault(in.readUnsignedByte(), 0);
        in.skipNBytes(2);
        var interlaced = in.readUnsignedByte() != 0;
        in.skipNBytes(Integer.BYTES);
        var size = size(width, height);
        if (size != State.WHOLE) {
            return size;
        }
        var bits = (long) width * depth * samples;
        // Every line begins with a byte of its own; those of interlaced pictures are fewer or more, and shorter.
        var needed = interlaced ? bits * height / 8 : height * (1 + (bits + 7) / 8);
        try (var points = new Points(bits == 0 ? Long.MAX_VALUE : needed)) {
            var chunk = (Chunk) null;
            do {
                chunk = new Chunk(in);
                if (!chunk.read(in, points)) {
                    return State.CUT_OFF;
                }
            } while (!chunk.type.equals("IEND"));
            return points.areThere() ? State.WHOLE : State.CUT_OFF;
        }
    }

    private static String type(DataInputStream in) throws IOException {
        var type = new byte[4];
        in.readFully(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    /** One part of a PNG, with its sum behind it. */
    private static final class Chunk {

        private final long length;
        private final String type;

        Chunk(DataInputStream in) throws IOException {
            length = in.readInt() & 0xffffffffL;
            type = type(in);
        }

        /** Whether it is as it was written; programs skip what is optional and broken. */
        boolean read(DataInputStream in, Points points) throws IOException, DataFormatException {
            var sum = new CRC32();
            sum.update(type.getBytes(StandardCharsets.ISO_8859_1));
            var piece = new byte[8192];
            for (var left = length; left > 0; ) {
                var read = in.read(piece, 0, (int) Math.min(left, piece.length));
                if (read < 0) {
                    throw new EOFException();
                }
                sum.update(piece, 0, read);
                if (type.equals("IDAT")) {
                    points.add(piece, read);
                }
                left -= read;
            }
            var optional = Character.isLowerCase(type.charAt(0));
            return (in.readInt() & 0xffffffffL) == sum.getValue() || optional;
        }
    }

    /** Counts the unpacked points of a PNG, up to as many as there have to be. */
    private static final class Points implements AutoCloseable {

        private final Inflater inflater = new Inflater();
        private final byte[] unpacked = new byte[65_536];
        private long missing;

        Points(long needed) {
            missing = needed;
        }

        void add(byte[] packed, int length) throws DataFormatException {
            inflater.setInput(packed, 0, length);
            while (missing > 0 && !inflater.finished() && !inflater.needsInput()) {
                var some = inflater.inflate(unpacked);
                if (some == 0 && inflater.needsDictionary()) {
                    throw new DataFormatException();
                }
                missing -= some;
            }
        }

        boolean areThere() {
            return missing <= 0;
        }

        @Override
        public void close() {
            inflater.end();
        }
    }

    private static State jpeg(DataInputStream in) throws IOException {
        var shown = false;
        for (var marker = marker(in, in.readUnsignedByte()); marker != 0xd9; ) {
            if (standsAlone(marker)) {
                marker = marker(in, in.readUnsignedByte());
                continue;
            }
            var left = in.readUnsignedShort() - 2;
            if (left < 0) {
                return State.CUT_OFF;
            }
            if (isFrame(marker) && left >= 5) {
                in.skipNBytes(1);
                var height = in.readUnsignedShort();
                var size = size(in.readUnsignedShort(), height);
                if (size != State.WHOLE) {
                    return size;
                }
                left -= 5;
            }
            in.skipNBytes(left);
            if (marker == 0xda) {
                marker = behindPoints(in);
                shown = true;
            } else {
                marker = marker(in, in.readUnsignedByte());
            }
        }
        return shown ? State.WHOLE : State.CUT_OFF;
    }

    private static boolean standsAlone(int marker) {
        return marker == 1 || marker >= 0xd0 && marker <= 0xd7;
    }

    /** Start of frame: tells width and height. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** The next marker; whatever stands before it is skipped, as programs do. */
    private static int marker(InputStream in, int first) throws IOException {
        var before = first;
        for (var next = next(in); ; next = next(in)) {
            if (before == 0xff && next != 0xff && next != 0) {
                return next;
            }
            before = next;
        }
    }

    /** Points are written so that no marker stands among them but those that count lines. */
    private static int behindPoints(InputStream in) throws IOException {
        var marker = marker(in, next(in));
        while (standsAlone(marker)) {
            marker = marker(in, next(in));
        }
        return marker;
    }

    private static int next(InputStream in) throws IOException {
        var next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }
}
