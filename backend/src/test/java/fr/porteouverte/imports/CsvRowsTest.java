package fr.porteouverte.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is read as the program that saved it meant it. */
class CsvRowsTest {
  private static final Set<String> COLUMNS = new LinkedHashSet<>(List.of("id_fs", "lib_com"));
  private final Findings findings = new Findings();

  private List<String> read(byte[] file) {
    List<String> rows = new ArrayList<>();
    CsvRows.read(
        new ByteArrayInputStream(file),
        COLUMNS,
        findings,
        row ->
            rows.add(
                row.line()
                    + " "
                    + row.get("id_fs")
                    + " "
                    + row.get("lib_com")
                    + (row.whole() ? "" : " (not whole)")));
    return rows;
  }

  private List<String> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Se\u0301es", "\u200bSées", "\u202eSées", "S\u001bées", "Sées\ufeff\u00a0"})
  void what_nobody_can_read_of_a_value_is_not_kept_and_letters_are_composed(String written) {
    assertThat(read("id_fs,lib_com\n1,\"" + written + "\"\n"))
        .first()
        .asString()
        .matches("2 1 S ?ées");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id_fs,lib_com\n1,Sées\n",
        "id_fs;lib_com\r\n1;Sées\r\n",
        "id_fs\tlib_com\r1\tSées\r",
        "\ufeffid_fs;lib_com\n1;Sées",
        "ID_FS;LIB_COM\n1;Sées\n",
        "Id FS;Lib. Com\n1;Sées\n",
        "\"id_fs\",\"lib_com\"\n\"1\",\"Sées\"\n",
        "id_fs;lib_com;;\n1;Sées;;\n",
        "id_fs;lib_com\n1;Sées;;\n",
        "id_fs;lib_com;;\n1;Sées\n",
        "id_fs;\"autre, chose, encore\";lib_com\n1;x;Sées\n",
      })
  void separators_line_ends_and_names_as_programs_write_them(String text) {
    assertThat(read(text)).containsExactly("2 1 Sées");
    assertThat(findings.all()).isEmpty();
  }

  @Test
  void a_first_line_that_says_the_separator_is_no_header() {
    assertThat(read("sep=;\r\nid_fs;lib_com\r\n1;Sées\r\n")).containsExactly("3 1 Sées");
    assertThat(read("\"sep=,\"\nid_fs,lib_com\n1,\"L’Aigle, Orne\"\n"))
        .containsExactly("3 1 L’Aigle, Orne");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM"})
  void other_encodings_are_read_and_told(String charset) {
    String text = "id_fs;lib_com\n1;Sées, L’Hôme – œuvre\n";
    assertThat(read(text.getBytes(Charset.forName(charset))))
        .containsExactly("2 1 Sées, L’Hôme – œuvre");
    assertThat(findings.all()).extracting(Finding::kind).containsExactly(FindingKind.otherEncoding);
  }

  @Test
  void a_row_with_too_few_or_too_many_values_is_not_whole() {
    assertThat(read("id_fs;lib_com\n1\n2;Sées;trop\n3;Sées\n"))
        .containsExactly("2 1  (not whole)", "3 2 Sées (not whole)", "4 3 Sées");
  }

  @Test
  void lines_are_counted_over_values_of_several_lines() {
    assertThat(read("id_fs;lib_com\n1;\"Sées\nOrne\"\n\n2;Lisieux\n"))
        .containsExactly("2 1 Sées Orne", "5 2 Lisieux");
  }

  @Test
  void missing_and_doubled_columns_are_named_with_what_is_there() {
    assertThatThrownBy(() -> read("id;lib_com\n1;x\n"))
        .isInstanceOf(UnreadableFile.class)
        .satisfies(
            refused ->
                assertThat(((UnreadableFile) refused).errors().get(0).message().fr())
                    .contains("id_fs", "elle dit : id, lib_com"));
    assertThatThrownBy(() -> read("id_fs;lib_com;ID_FS\n1;x;2\n"))
        .isInstanceOf(UnreadableFile.class)
        .satisfies(
            refused ->
                assertThat(((UnreadableFile) refused).errors().get(0).message().fr())
                    .contains("double", "id_fs"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PK\u0003\u0004rest", "a\0b;c\n", "\"id_fs;lib_com\n1;x"})
  void what_is_no_csv_is_refused_with_how_to_save_it(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(UnreadableFile.class)
        .satisfies(
            refused ->
                assertThat(((UnreadableFile) refused).errors().get(0).message().fr())
                    .contains("CSV UTF-8"));
  }
}
