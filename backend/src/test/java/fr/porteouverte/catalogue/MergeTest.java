package fr.porteouverte.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a row that the catalogue says again. */
class MergeTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static ObjectNode row(String json) {
    try {
      return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    } catch (Exception broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  private static List<String> kept(Merge merge) {
    return merge.differences().stream()
        .filter(FieldDifference::kept)
        .map(FieldDifference::field)
        .toList();
  }

  @Test
  void what_nobody_touched_follows() {
    Merge merge =
        Merge.of(row("{'minutes':30}"), row("{'minutes':30}"), row("{'minutes':45,'theme':'x'}"));
    assertThat(merge.row()).isEqualTo(row("{'minutes':45,'theme':'x'}"));
    assertThat(kept(merge)).isEmpty();
  }

  @Test
  void what_was_adapted_stays_and_the_rest_follows() {
    Merge merge =
        Merge.of(
            row("{'title':'RSA','minutes':30}"),
            row("{'title':'Le RSA ici','minutes':30}"),
            row("{'title':'RSA 2','minutes':45}"));
    assertThat(merge.row()).isEqualTo(row("{'title':'Le RSA ici','minutes':45}"));
    assertThat(kept(merge)).containsExactly("title");
  }

  @Test
  void adapted_to_what_the_catalogue_says_now_is_no_difference() {
    Merge merge = Merge.of(row("{'minutes':30}"), row("{'minutes':45}"), row("{'minutes':45}"));
    assertThat(merge.differences()).isEmpty();
  }

  @Test
  void a_field_that_was_emptied_here_stays_empty() {
    Merge merge = Merge.of(row("{'theme':'x'}"), row("{'theme':null}"), row("{'theme':'y'}"));
    assertThat(merge.row()).isEqualTo(row("{'theme':null}"));
    assertThat(kept(merge)).containsExactly("theme");
  }

  @Test
  void what_was_here_before_any_import_is_peoples() {
    Merge merge = Merge.of(null, row("{'minutes':20}"), row("{'minutes':45}"));
    assertThat(merge.row()).isEqualTo(row("{'minutes':20}"));
    assertThat(kept(merge)).containsExactly("minutes");
  }

  @Test
  void a_day_is_true_of_the_papers_that_were_compared_only() {
    Merge merge =
        Merge.of(
            row("{'documents':['a'],'checkedOn':null}"),
            row("{'documents':['a','b'],'checkedOn':null}"),
            row("{'documents':['a'],'checkedOn':'2026-11-01'}"));
    assertThat(merge.row()).isEqualTo(row("{'documents':['a','b'],'checkedOn':null}"));
    assertThat(kept(merge)).containsExactlyInAnyOrder("documents", "checkedOn");
  }
}
