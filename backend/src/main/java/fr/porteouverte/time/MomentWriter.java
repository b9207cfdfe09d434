package fr.porteouverte.time;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Writes a moment as {@link DateTimeFormatter#ISO_OFFSET_DATE_TIME} does, digit by digit: a page of
 * free slots has a hundred of them, and the formatter took more time than all the rest of it.
 */
public final class MomentWriter extends StdSerializer<OffsetDateTime> {
  private static final long serialVersionUID = 1L;
  private static final int LENGTH = "2026-11-24T09:00:00+01:00".length();

  public MomentWriter() {
    super(OffsetDateTime.class);
  }

  @Override
  public void serialize(OffsetDateTime moment, JsonGenerator json, SerializerProvider all)
      throws IOException {
    int seconds = moment.getOffset().getTotalSeconds();
    int year = moment.getYear();
    if (moment.getNano() != 0 || seconds % 60 != 0 || year < 0 || year > 9999) {
      json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment));
      return;
    }
    char[] text = new char[LENGTH];
    two(text, 0, year / 100);
    two(text, 2, year % 100);
    text[4] = '-';
    two(text, 5, moment.getMonthValue());
    text[7] = '-';
    two(text, 8, moment.getDayOfMonth());
    text[10] = 'T';
    two(text, 11, moment.getHour());
    text[13] = ':';
    two(text, 14, moment.getMinute());
    text[16] = ':';
    two(text, 17, moment.getSecond());
    if (seconds == 0) {
      text[19] = 'Z';
      json.writeString(text, 0, 20);
      return;
    }
    int minutes = Math.abs(seconds) / 60;
    text[19] = seconds < 0 ? '-' : '+';
    two(text, 20, minutes / 60);
    text[22] = ':';
    two(text, 23, minutes % 60);
    json.writeString(text, 0, LENGTH);
  }

  private static void two(char[] text, int at, int number) {
    text[at] = (char) ('0' + number / 10);
    text[at + 1] = (char) ('0' + number % 10);
  }

  @Override
  public void serializeWithType(
      OffsetDateTime moment, JsonGenerator json, SerializerProvider all, TypeSerializer type)
      throws IOException {
    serialize(moment, json, all);
  }
}
