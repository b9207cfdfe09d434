package fr.porteouverte.contract;

import fr.porteouverte.http.Search;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Tells which operations are counted, and that their answers say how the caller stands: every write
 * and, with a login, every search; see {@link fr.porteouverte.limit.RateLimit}. A test that hears
 * it elsewhere, or misses it after a write, fails.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class LimitsInContract implements OASFilter {
  private static final DotName OPERATION =
      DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);
  private static final DotName SEARCH = DotName.createSimple(Search.class);
  private static final String REF = "#/components/headers/";

  private final Set<String> searches = new HashSet<>();

  public LimitsInContract(IndexView code) {
    for (AnnotationInstance operation : code.getAnnotations(OPERATION)) {
      MethodInfo method = operation.target().asMethod();
      if (method.hasAnnotation(SEARCH) && operation.value("operationId") != null) {
        searches.add(operation.value("operationId").asString());
      }
    }
  }

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    if (contract.getComponents() == null) {
      contract.setComponents(OASFactory.createComponents());
    }
    contract
        .getComponents()
        .addHeader(
            "RateLimit",
            header(
                "How many more at once (r), and in how many seconds all, or the next one, are back"
                    + " (t); draft-ietf-httpapi-ratelimit-headers. Not on what caches may keep",
                "\"writes\";r=299;t=1"))
        .addHeader(
            "RateLimit-Policy",
            header("How many (q) in how many seconds (w)", "\"writes\";q=300;w=60"));
    for (PathItem item : contract.getPaths().getPathItems().values()) {
      item.getOperations().forEach(this::tell);
    }
  }

  private void tell(PathItem.HttpMethod method, Operation operation) {
    boolean reads = method == PathItem.HttpMethod.GET;
    if (operation.getResponses() == null
        || reads && !searches.contains(operation.getOperationId())) {
      return;
    }
    operation.getResponses().getAPIResponses().entrySet().stream()
        .filter(answer -> answer.getKey().startsWith("2"))
        .map(Map.Entry::getValue)
        .forEach(
            answer ->
                answer
                    .addHeader("RateLimit", OASFactory.createHeader().ref(REF + "RateLimit"))
                    .addHeader(
                        "RateLimit-Policy",
                        OASFactory.createHeader().ref(REF + "RateLimit-Policy")));
  }

  private static Header header(String told, String example) {
    return OASFactory.createHeader()
        .description(told)
        .example(example)
        .schema(OASFactory.createSchema().addType(SchemaType.STRING));
  }
}
