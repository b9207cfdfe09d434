package fr.porteouverte.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class KeptPageTest {

  @Property(tries = 100)
  void what_is_packed_is_what_was_written(
      @ForAll byte[] body, @ForAll @IntRange(min = 1, max = 200) int times) throws IOException {
    byte[] whole = new byte[body.length * times];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = body[i % body.length];
    }
    assertThat(unpacked(whole)).isEqualTo(whole);
    assertThat(page(whole).body().getBytes()).isEqualTo(whole);
  }

  @Test
  void a_page_of_slots_becomes_a_tenth() {
    String slot =
        "{\"id\":\"1000%d\",\"siteId\":\"1000001\",\"start\":\"2026-12-02T1%d:30:00+01:00\"}";
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      page.append(slot.formatted(i, i % 10));
    }
    byte[] body = page.toString().getBytes(StandardCharsets.UTF_8);
    assertThat(page(body).packed().length()).isLessThan(body.length / 6);
  }

  private static byte[] unpacked(byte[] body) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(page(body).packed().getBytes()))) {
      return in.readAllBytes();
    }
  }

  private static KeptPage page(byte[] body) {
    return new KeptPage(
        "listSlots", "\"1\"", List.of(), KeptPage.pack(body), body.length, () -> null);
  }
}
