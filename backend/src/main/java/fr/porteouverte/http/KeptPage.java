package fr.porteouverte.http;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * An answer as it was written, and the headers that are its own. Packed (gzip, RFC 1952): so a
 * nation's calendars fit into some megabytes, and browsers, which ask for it packed, get it as it
 * lies here.
 *
 * @param operation that gave it, as the contract calls it
 * @param tag its ETag
 * @param truth whether it is still so
 */
record KeptPage(
    String operation,
    String tag,
    List<Map.Entry<String, String>> headers,
    Buffer packed,
    int length,
    KeptPages.Truth truth) {
  private static final int HEADERS_BYTES = 700;
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};
  private static final int TAIL = 8;

  static Buffer pack(byte[] body) {
    // The quickest: a page of slots becomes a tenth with it.
    Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(body);
      deflater.finish();
      Buffer packed = Buffer.buffer(body.length / 6).appendBytes(HEAD);
      byte[] piece = new byte[Math.max(64, body.length / 4)];
      while (!deflater.finished()) {
        packed.appendBytes(piece, 0, deflater.deflate(piece));
      }
      CRC32 sum = new CRC32();
      sum.update(body);
      return packed.appendIntLE((int) sum.getValue()).appendIntLE(body.length);
    } finally {
      deflater.end();
    }
  }

  Buffer body() {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed.getBytes(HEAD.length, packed.length() - TAIL));
      byte[] body = new byte[length];
      int read = 0;
      while (read < length) {
        read += inflater.inflate(body, read, length - read);
      }
      return Buffer.buffer(body);
    } catch (DataFormatException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      inflater.end();
    }
  }

  /** What it takes of the memory for pages. */
  int weight() {
    return packed.length() + HEADERS_BYTES;
  }
}
