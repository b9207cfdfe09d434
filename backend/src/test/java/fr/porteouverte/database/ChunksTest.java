package fr.porteouverte.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChunksTest {

  @Test
  void all_ids_are_there_in_order_and_never_more_at_once_than_a_driver_takes() {
    List<Long> ids = LongStream.range(0, 85_001).boxed().toList();
    List<List<Long>> chunks = Chunks.of(ids).toList();
    assertThat(chunks).hasSize(86).allMatch(chunk -> chunk.size() <= Chunks.SIZE);
    assertThat(chunks.stream().flatMap(List::stream)).containsExactlyElementsOf(ids);
  }

  @Test
  void of_nothing_there_is_no_chunk() {
    assertThat(Chunks.of(List.of())).isEmpty();
    assertThat(Chunks.of(LongStream.range(0, Chunks.SIZE).boxed().toList())).hasSize(1);
  }
}
