package fr.porteouverte.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The letters of a file, whatever program saved it: UTF-8, UTF-16, or Windows-1252 as Excel writes
 * "CSV" in Europe.
 *
 * @param encoding what it was written in
 */
record CsvText(String text, Charset encoding) {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** How much is looked at to tell UTF-16 without a mark from text with a stray NUL. */
  private static final int SAMPLE = 4_096;

  /**
   * @throws UnreadableFile when it is no text, with how to save it as one
   */
  static CsvText of(byte[] file) {
    if (starts(file, 'P', 'K', 3, 4)) {
      throw UnreadableFile.workbook();
    }
    if (starts(file, 0xff, 0xfe) || starts(file, 0xfe, 0xff)) {
      return new CsvText(
          decoded(file, StandardCharsets.UTF_16).orElseThrow(UnreadableFile::notText),
          StandardCharsets.UTF_16);
    }
    Charset wide = wide(file);
    CsvText read =
        (wide == null ? decoded(file, StandardCharsets.UTF_8) : decoded(file, wide))
            .map(text -> new CsvText(text, wide == null ? StandardCharsets.UTF_8 : wide))
            .or(() -> decoded(file, WINDOWS).map(text -> new CsvText(text, WINDOWS)))
            .orElseThrow(UnreadableFile::notText);
    if (read.text().indexOf('\0') >= 0) {
      throw UnreadableFile.notText();
    }
    return read.withoutMark();
  }

  private CsvText withoutMark() {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
        ? new CsvText(text.substring(1), encoding)
        : this;
  }

  private static boolean starts(byte[] file, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (file.length <= i || (file[i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 without a mark: Latin letters have a NUL on one side, nearly always. */
  private static @Nullable Charset wide(byte[] file) {
    int pairs = Math.min(file.length, SAMPLE) / 2;
    int first = 0;
    int second = 0;
    for (int i = 0; i < pairs; i++) {
      first += file[2 * i] == 0 ? 1 : 0;
      second += file[2 * i + 1] == 0 ? 1 : 0;
    }
    if (pairs < 4 || Math.max(first, second) < pairs * 3 / 4) {
      return null;
    }
    return second > first ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
  }

  private static Optional<String> decoded(byte[] file, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(file))
              .toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }
}
