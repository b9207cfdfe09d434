package io.restassured.internal.path.json;

import static io.restassured.internal.common.assertion.AssertionSupport.attributeGetter;
import static io.restassured.internal.common.assertion.AssertionSupport.classKeyword;
import static io.restassured.internal.common.assertion.AssertionSupport.escapePath;
import static io.restassured.internal.common.assertion.AssertionSupport.hyphen;
import static io.restassured.internal.common.assertion.AssertionSupport.integer;
import static io.restassured.internal.common.assertion.AssertionSupport.properties;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import groovy.lang.Script;
import io.restassured.internal.common.assertion.Assertion;
import io.restassured.internal.common.assertion.PathFragmentEscaper;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Stands in the place of REST Assured's own class of this name (the tests' classes come first on
 * the class path). That one compiles a Groovy script at every look into an answer, which was more
 * work than the answer; this one keeps what it compiled.
 */
public final class JSONAssertion implements Assertion {
  private static final String ROOT = "restAssuredJsonRootObject";
  private static final Map<String, Class<? extends Script>> COMPILED = new ConcurrentHashMap<>();

  private String key;
  private Map<String, Object> params;

  public void setKey(String key) {
    this.key = key;
  }

  public void setParams(Map<String, Object> params) {
    this.params = params;
  }

  @Override
  public Object getResult(Object object, Object config) {
    return getAsJsonObject(object);
  }

  public Object getAsJsonObject(Object object) {
    if (key.equals("$") || key.isEmpty()) {
      return object;
    }
    Map<String, Object> variables = params == null ? new HashMap<>() : new HashMap<>(params);
    variables.put(ROOT, object);
    Class<? extends Script> script = COMPILED.computeIfAbsent(key, JSONAssertion::compiled);
    try {
      return InvokerHelper.createScript(script, new Binding(variables)).run();
    } catch (NullPointerException e) {
      if (looksIntoNothing(e.getMessage())) {
        return null;
      }
      throw e;
    }
  }

  @Override
  public String description() {
    return "JSON path";
  }

  private static Class<? extends Script> compiled(String key) {
    PathFragmentEscaper[] escapers = {
      (PathFragmentEscaper) hyphen(),
      (PathFragmentEscaper) attributeGetter(),
      (PathFragmentEscaper) integer(),
      (PathFragmentEscaper) properties(),
      (PathFragmentEscaper) classKeyword()
    };
    String path = (String) escapePath(key, escapers);
    String dot = path.matches("(?s)\\[\\d+].*") ? "" : ".";
    return new GroovyShell().parse(ROOT + dot + path).getClass();
  }

  private static boolean looksIntoNothing(String message) {
    return message != null
        && (message.equals("Cannot invoke method getAt() on null object")
            || message.startsWith("Cannot get property") && message.endsWith("on null object"));
  }
}
