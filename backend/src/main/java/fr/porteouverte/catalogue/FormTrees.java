package fr.porteouverte.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.porteouverte.register.RegisterForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Forms as trees, to be compared field by field, and back. */
@ApplicationScoped
class FormTrees {
  @Inject ObjectMapper json;

  /** By way of the text, so that numbers of equal value are equal nodes. */
  ObjectNode tree(RegisterForm form) {
    return read(json.valueToTree(form).toString());
  }

  ObjectNode read(String text) {
    try {
      return (ObjectNode) json.readTree(text);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  <F extends RegisterForm> F form(ObjectNode tree, Class<F> shape) {
    try {
      return json.treeToValue(tree, shape);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  ObjectNode none() {
    return json.createObjectNode();
  }
}
