package fr.porteouverte.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import fr.porteouverte.text.Text;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a refusal or a fault becomes HTTP. */
public class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  /** The pool is empty, or a new connection does not come. */
  private static final Pattern NO_CONNECTION =
      Pattern.compile("acquisition timeout|login timeout", Pattern.CASE_INSENSITIVE);

  @Inject ProblemAnswer answer;

  @ServerExceptionMapper
  public Response refusal(ProblemException refusal) {
    return answer.of(refusal);
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException violations) {
    return answer.of(new InvalidRequest(Violations.errors(violations)));
  }

  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException mismatch) {
    String field = path(mismatch);
    if (field.isEmpty()) {
      return answer.of(malformed());
    }
    if (mismatch instanceof UnrecognizedPropertyException) {
      return answer.of(InvalidRequest.of(field, "Ce champ est inconnu.", "This field is unknown."));
    }
    if (mismatch instanceof InvalidFormatException && mismatch.getTargetType() == String.class) {
      return answer.of(
          InvalidRequest.of(
              field, "Des caractères ne sont pas lisibles.", "Some characters are not readable."));
    }
    return wrongForm(field);
  }

  private Response wrongForm(String field) {
    return answer.of(
        InvalidRequest.of(
            field, "Cette valeur n’a pas la forme attendue.", "This value has the wrong form."));
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response unauthorized(Exception refused) {
    return answer.of(
        new ProblemException(
            ProblemType.UNAUTHORIZED, "Connectez-vous puis réessayez.", "Log in, then try again."));
  }

  /** Keycloak cannot be asked whether a token is genuine; the public goes on without it. */
  @ServerExceptionMapper
  public Response noLogin(OIDCException failure) {
    LOG.warn("Keycloak does not answer");
    return answer.of(new LoginUnavailable());
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException refused) {
    return answer.of(
        new ProblemException(
            ProblemType.FORBIDDEN,
            "Votre compte ne permet pas cette action.",
            "Your account does not allow this action."));
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException failure) {
    if (failure.getCause() instanceof ProblemException refusal) {
      return answer.of(
          refusal); // of a parameter, which RESTEasy takes for an address that is not there
    }
    if (failure.getCause() instanceof MismatchedInputException mismatch) {
      return mismatched(mismatch);
    }
    if (failure.getCause() instanceof JsonMappingException mismatch && !path(mismatch).isEmpty()) {
      return wrongForm(path(mismatch));
    }
    if (failure.getCause() instanceof JsonProcessingException) {
      return answer.of(malformed());
    }
    int status = failure.getResponse().getStatus();
    if (status == 404) {
      return answer.of(new NotFound());
    }
    return Arrays.stream(ProblemType.values())
        .filter(type -> type.status() == status && type != ProblemType.UNKNOWN_PARAMETER)
        .findFirst()
        .map(type -> answer.of(new ProblemException(type, (Text) null)))
        .orElseGet(() -> status >= 500 ? fault(failure) : failure.getResponse());
  }

  @ServerExceptionMapper
  public Response fault(Throwable fault) {
    if (noConnection(fault)) {
      LOG.warn("No database connection was free in time");
      return answer.of(new Busy());
    }
    if (DatabaseAway.caused(fault)) {
      LOG.warn("The database hung up, or is away");
      return answer.of(new DatabaseAway());
    }
    LOG.error("Unexpected fault", Wordless.of(fault));
    return answer.of(
        new ProblemException(
            ProblemType.INTERNAL,
            "Réessayez ; si cela continue, donnez-nous le numéro de la demande.",
            "Try again; if it goes on, give us the request number."));
  }

  /**
   * The pool has no type and no SQLSTATE for it, only these words, in a sentence or at the head of
   * one: where no connection is free, and where the database answers no new one.
   */
  static boolean noConnection(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() == null
          && NO_CONNECTION.matcher(String.valueOf(sql.getMessage())).find()) {
        return true;
      }
    }
    return false;
  }

  private static ProblemException malformed() {
    return new ProblemException(
        ProblemType.MALFORMED_JSON,
        "Le contenu doit être un objet JSON bien formé, en UTF-8.",
        "The body must be a well-formed JSON object in UTF-8.");
  }

  private static String path(JsonMappingException mismatch) {
    return mismatch.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  /** Bean Validation's findings as fields, with the path as the client wrote it. */
  static final class Violations {
    private Violations() {}

    static List<FieldError> errors(ConstraintViolationException violations) {
      return violations.getConstraintViolations().stream()
          .map(
              violation -> {
                List<String> steps =
                    StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                        .map(Object::toString)
                        .toList();
                // The method's name, and the name of the parameter that holds the body, say
                // nothing.
                boolean inBody = steps.size() > 2;
                String field =
                    String.join(".", steps.subList(inBody ? 2 : steps.size() - 1, steps.size()));
                return new FieldError(field, ConstraintTexts.of(violation));
              })
          .sorted(java.util.Comparator.comparing(FieldError::field))
          .toList();
    }
  }
}
