package fr.porteouverte.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.partner.Partners;
import fr.porteouverte.procedure.Channel;
import fr.porteouverte.procedure.Document;
import fr.porteouverte.procedure.DocumentNeed;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Today's partners, what people come to them for, and the papers to bring. */
@ApplicationScoped
class DemoPartners {
  @Inject Partners partners;
  @Inject Procedures procedures;
  @Inject EntityManager database;

  record File(List<Paper> papers, List<Organisation> partners) {}

  record Paper(String code, Text label) {}

  record Organisation(String code, Text name, String url, List<Topic> procedures) {}

  record Topic(
      String code,
      int minutes,
      Channel channel,
      Text title,
      List<String> papers,
      List<String> papersIfItApplies,
      List<String> synonyms) {}

  /** Adds what is missing; what is there may have been changed by people and stays. */
  void ensure() {
    File file = DemoFiles.json("partners.json", new TypeReference<File>() {});
    Set<String> known = procedures.codes();
    if (file.partners().stream()
        .flatMap(organisation -> organisation.procedures().stream())
        .allMatch(topic -> known.contains(topic.code()))) {
      return;
    }
    Map<String, Document> papers = papers(file.papers());
    for (Organisation organisation : file.partners()) {
      Partner partner = partners.byCode(organisation.code()).orElseGet(() -> add(organisation));
      organisation.procedures().stream()
          .filter(topic -> !known.contains(topic.code()))
          .forEach(topic -> procedures.persist(procedure(topic, partner, papers)));
    }
  }

  private Map<String, Document> papers(List<Paper> wanted) {
    Map<String, Document> papers = new HashMap<>();
    database
        .createQuery("from Document", Document.class)
        .getResultList()
        .forEach(paper -> papers.put(paper.code(), paper));
    for (Paper paper : wanted) {
      papers.computeIfAbsent(
          paper.code(),
          code -> {
            Document added = new Document(code, paper.label());
            database.persist(added);
            return added;
          });
    }
    return papers;
  }

  private Partner add(Organisation organisation) {
    Partner partner = new Partner(organisation.code(), organisation.name(), organisation.url());
    partners.persist(partner);
    return partner;
  }

  private static Document known(Map<String, Document> papers, String code) {
    return Objects.requireNonNull(papers.get(code), code);
  }

  private static Procedure procedure(Topic topic, Partner partner, Map<String, Document> papers) {
    Procedure procedure = new Procedure(topic.code(), partner);
    List<DocumentNeed> needs =
        Stream.concat(
                topic.papers().stream().map(code -> new DocumentNeed(known(papers, code), true)),
                topic.papersIfItApplies().stream()
                    .map(code -> new DocumentNeed(known(papers, code), false)))
            .toList();
    procedure.describe(topic.title(), Duration.ofMinutes(topic.minutes()), topic.channel(), needs);
    procedure.alsoCalled(topic.synonyms());
    return procedure;
  }
}
