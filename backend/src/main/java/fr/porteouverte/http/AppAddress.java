package fr.porteouverte.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where people reach the app. */
@ApplicationScoped
public class AppAddress {
  @ConfigProperty(name = "porte-ouverte.app.url")
  String url;

  /**
   * @param path begins with a slash
   */
  public String of(String path) {
    return url.replaceFirst("/+$", "") + path;
  }
}
