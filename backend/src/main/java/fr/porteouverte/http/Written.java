package fr.porteouverte.http;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * The body of an answer, written already: a table, a calendar, what caches may keep. It goes out as
 * JSON does, a piece once the one before is taken: bytes and texts as such would all wait in memory
 * for a reader who takes none.
 */
record Written(byte[] body) {

  public static class Instead {
    @ServerResponseFilter
    public void write(ContainerResponseContext response) {
      Object entity = response.getEntity();
      byte[] body =
          entity instanceof String text
              ? text.getBytes(StandardCharsets.UTF_8)
              : entity instanceof byte[] bytes ? bytes : null;
      if (body != null) {
        response.setEntity(
            new Written(body), response.getEntityAnnotations(), response.getMediaType());
      }
    }
  }

  @Provider
  @Produces(MediaType.WILDCARD)
  public static class Writer implements MessageBodyWriter<Written> {
    @Override
    public boolean isWriteable(
        Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
      return type == Written.class;
    }

    @Override
    public void writeTo(
        Written written,
        Class<?> type,
        Type generic,
        Annotation[] annotations,
        MediaType mediaType,
        MultivaluedMap<String, Object> headers,
        OutputStream out)
        throws IOException {
      out.write(written.body());
    }
  }
}
