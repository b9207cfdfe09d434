package fr.porteouverte.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MomentWriterTest {
  private static final List<String> OFFSETS =
      List.of("Z", "+01:00", "+02:00", "-03:00", "-10:00", "-09:30", "+11:00", "+00:09:21");

  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(
              new SimpleModule().addSerializer(OffsetDateTime.class, new MomentWriter()));

  @Test
  void every_moment_is_written_as_the_formatter_writes_it() throws Exception {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 20_000; i++) {
      OffsetDateTime moment =
          LocalDateTime.ofEpochSecond(
                  random.nextLong(-62_000_000_000L, 254_000_000_000L),
                  i % 5 == 0 ? random.nextInt(1_000_000_000) : 0,
                  ZoneOffset.UTC)
              .atOffset(ZoneOffset.of(OFFSETS.get(i % OFFSETS.size())));
      assertThat(json.writeValueAsString(moment))
          .isEqualTo('"' + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment) + '"');
    }
  }

  @Test
  void a_moment_without_seconds_still_shows_them() throws Exception {
    assertThat(json.writeValueAsString(OffsetDateTime.parse("2026-11-24T09:00+01:00")))
        .isEqualTo("\"2026-11-24T09:00:00+01:00\"");
  }
}
