package fr.porteouverte.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens a file that came from outside: packed or not, but never larger than allowed. */
public final class ImportFiles {
  private static final int GZIP_1 = 0x1f;
  private static final int GZIP_2 = 0x8b;

  private ImportFiles() {}

  /** How a file is read. */
  public interface Reading {
    void of(InputStream file);
  }

  /**
   * @param most bytes that may be read once unpacked
   * @throws UnreadableFile when the whole file cannot be used
   */
  public static void read(InputStream raw, long most, Reading reading) {
    try (InputStream file = open(raw, most)) {
      reading.of(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /**
   * @param most bytes that may be read once unpacked
   */
  public static InputStream open(InputStream raw, long most) throws IOException {
    PushbackInputStream file = new PushbackInputStream(raw, 2);
    byte[] magic = file.readNBytes(2);
    file.unread(magic);
    boolean packed =
        magic.length == 2 && (magic[0] & 0xff) == GZIP_1 && (magic[1] & 0xff) == GZIP_2;
    try {
      return new Bounded(packed ? new GZIPInputStream(file) : file, most);
    } catch (ZipException broken) {
      throw UnreadableFile.notGzip();
    }
  }

  /** Stops a small file that unpacks into a huge one. */
  private static final class Bounded extends InputStream {
    private final InputStream file;
    private final long most;
    private long read;

    Bounded(InputStream file, long most) {
      this.file = file;
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = some(into, from, length);
      read += Math.max(count, 0);
      if (read > most) {
        throw UnreadableFile.tooLarge(most);
      }
      return count;
    }

    private int some(byte[] into, int from, int length) throws IOException {
      try {
        return file.read(into, from, length);
      } catch (ZipException | java.io.EOFException broken) {
        throw UnreadableFile.notGzip();
      }
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
