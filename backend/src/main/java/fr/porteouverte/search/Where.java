package fr.porteouverte.search;

import java.util.List;

/**
 * Where somebody is, as far as it was understood.
 *
 * @param others what else may be meant, the likeliest first
 * @param guessed the place is only the likeliest of several
 */
record Where(PlaceView place, List<PlaceView> others, boolean guessed) {}
