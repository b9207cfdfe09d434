package fr.porteouverte.contract;

import fr.porteouverte.access.PublicReads;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Tells of what anybody may read that caches hold it, pages of any origin read it, and nobody is
 * sent it twice: see {@link fr.porteouverte.http.KeptAnswers}.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class KeptInContract implements OASFilter {
  private static final String REF = "#/components/headers/";
  private static final Map<String, String> HEADERS =
      // In one order: the contract is compared as it is written.
      new TreeMap<>(
          Map.of(
              "ETag",
              "Of this answer; send it back as If-None-Match. Not to who has logged in, unless it is a"
                  + " version to edit",
              "Cache-Control",
              "How long caches in between may answer by themselves (s-maxage, seconds); a browser asks"
                  + " each time. To who has logged in: no-store",
              "Access-Control-Allow-Origin",
              "`*`: pages of any origin read it, without a login"));

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    HEADERS.forEach(
        (name, told) -> contract.getComponents().addHeader(name, header().description(told)));
    contract.getPaths().getPathItems().values().forEach(KeptInContract::tell);
  }

  private static Header header() {
    return OASFactory.createHeader().schema(OASFactory.createSchema().addType(SchemaType.STRING));
  }

  private static void tell(PathItem item) {
    Operation read = item.getGET();
    if (read == null || !PublicReads.isOpen(read.getOperationId()) || streams(read)) {
      return;
    }
    read.getResponses().getAPIResponses().entrySet().stream()
        .filter(answer -> answer.getKey().startsWith("2"))
        .forEach(answer -> tell(answer.getValue()));
    APIResponse same =
        OASFactory.createAPIResponse()
            .description("Nothing has changed since the ETag of If-None-Match");
    tell(same);
    read.getResponses().addAPIResponse("304", same);
  }

  private static void tell(APIResponse answer) {
    HEADERS
        .keySet()
        .forEach(name -> answer.addHeader(name, OASFactory.createHeader().ref(REF + name)));
  }

  private static boolean streams(Operation read) {
    return read.getResponses().getAPIResponses().values().stream()
        .anyMatch(
            answer ->
                answer.getContent() != null
                    && answer.getContent().getMediaTypes().containsKey("text/event-stream"));
  }
}
