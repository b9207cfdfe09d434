package fr.porteouverte.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  @Test
  void the_table_names_operations_that_there_are() {
    Set<String> operations =
        new OpenAPIV3Parser()
            .read(Path.of("../openapi.yaml").toUri().toString()).getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getOperationId)
                .collect(Collectors.toSet());
    assertThat(operations).containsAll(Refusals.operations());
  }
}
