package fr.porteouverte.operating;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * A part of all requests, each whole or not at all. The product looks into its database all the
 * time: a statement that belongs to no request has no trace. What a caller says of its own trace
 * (sampled or not) is theirs: a stranger cannot have all requests traced.
 */
final class RequestSampler implements Sampler {
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");

  private final Sampler whole;

  RequestSampler(double ratio) {
    Sampler part = Sampler.traceIdRatioBased(ratio);
    whole =
        Sampler.parentBasedBuilder(part)
            .setRemoteParentSampled(part)
            .setRemoteParentNotSampled(part)
            .build();
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String trace,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    boolean alone = !Span.fromContext(parent).getSpanContext().isValid();
    return alone && attributes.get(METHOD) == null
        ? SamplingResult.drop()
        : whole.shouldSample(parent, trace, name, kind, attributes, links);
  }

  @Override
  public String getDescription() {
    return "Requests{" + whole.getDescription() + "}";
  }
}
