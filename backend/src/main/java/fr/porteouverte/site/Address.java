package fr.porteouverte.site;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param insee the commune's INSEE code; the postcode may be a neighbour's
 */
@Embeddable
public record Address(
    @Column(nullable = false) String street,
    @Nullable String complement,
    @Column(nullable = false) String postcode,
    @Column(nullable = false) String commune,
    @Column(nullable = false) String insee) {}
