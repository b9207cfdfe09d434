package fr.porteouverte.keeping;

import fr.porteouverte.database.Transactions;
import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows a house to the public once nothing is missing, and hides it again. */
@ApplicationScoped
class SiteOpening {
  @Inject SiteRegister register;
  @Inject SiteFactsReader facts;
  @Inject Transactions transactions;

  SiteEntryView show(long id, @Nullable String ifMatch, boolean live) {
    return transactions.call(
        () -> {
          Site site = register.known(id, ifMatch);
          if (site.live() != live) {
            if (live) {
              requireComplete(Step.missing(facts.of(id)));
            }
            register.show(site, live);
          }
          return SiteEntryView.of(site, register.form(site));
        });
  }

  private static void requireComplete(List<Step> missing) {
    if (!missing.isEmpty()) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "Il manque encore : " + words(missing, Locale.FRENCH) + ".",
          "Still missing: " + words(missing, Locale.ENGLISH) + ".");
    }
  }

  private static String words(List<Step> missing, Locale language) {
    return missing.stream()
        .map(step -> step.words().in(language))
        .collect(Collectors.joining(", "));
  }
}
