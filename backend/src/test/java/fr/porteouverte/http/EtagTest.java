package fr.porteouverte.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A version that an edit names, and an answer that its reader has. */
class EtagTest {
  private static final byte[] BODY = "{}".getBytes(UTF_8);

  @Test
  void an_edit_may_name_the_version_by_the_tag_of_what_everybody_reads() {
    String read = Etag.of(7, BODY);
    assertThat(Etag.names(read, 7)).isTrue();
    assertThat(Etag.names("\"3\", " + read, 7)).isTrue();
    assertThat(Etag.names(Etag.of(7), 7)).isTrue();
    assertThat(Etag.names(read, 8)).isFalse();
    assertThat(Etag.names(Etag.of(BODY), 7)).isFalse();
    assertThat(Etag.version(read)).isEqualTo(7);
  }

  @Test
  void what_nobody_has_written_yet_is_edited_as_such() {
    assertThat(Etag.names(Etag.of(-1), -1)).isTrue();
    assertThat(Etag.names(Etag.of(-1, BODY), -1)).isTrue();
    assertThat(Etag.names(Etag.of(0), -1)).isFalse();
  }

  @Test
  void another_answer_of_the_same_version_is_another_tag() {
    assertThat(Etag.of(7, "{ }".getBytes(UTF_8))).isNotEqualTo(Etag.of(7, BODY));
  }

  @Test
  void what_the_reader_has_is_unchanged_also_when_a_cache_packed_it() {
    String tag = Etag.of(BODY);
    assertThat(Etag.unchanged("\"x\", W/" + tag, tag)).isTrue();
    assertThat(Etag.unchanged("*", tag)).isTrue();
    assertThat(Etag.unchanged("\"x\"", tag)).isFalse();
    assertThat(Etag.unchanged(null, tag)).isFalse();
  }
}
