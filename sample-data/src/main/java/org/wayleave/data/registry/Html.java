package org.wayleave.data.registry;

import java.util.Collection;
import java.util.List;

/** Builds a self-contained HTML page; every text is escaped, and the same calls give the same bytes. */
final class Html {
    private static final String STYLE = """
        body{font:15px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#1f2328;background:#fff}
        h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.2rem;border-bottom:1px solid #d1d9e0;padding-bottom:.3rem}
        h3{font-size:1rem;margin:1.4rem 0 .3rem}table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}
        th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #d1d9e0}
        th{font-weight:600;background:#f6f8fa}th[scope=row]{width:16rem}.note{border-left:4px solid #bf8700;padding:.4rem .8rem;background:#fff8c5}
        @media(prefers-color-scheme:dark){body{color:#f0f6fc;background:#0d1117}h2,th,td{border-color:#3d444d}th{background:#151b23}.note{background:#2a2211}}
        @media print{body{max-width:none}}
        """;

    private final StringBuilder page = new StringBuilder(16_384);

    Html(String title) {
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escape(title))
                .append("</title><meta name=\"viewport\" content=\"width=device-width\"><style>\n")
                .append(STYLE)
                .append("</style></head><body>\n");
        element("h1", title);
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (c >= ' ' || c == '\n' || c == '\t') {
                        safe.append(c);
                    }
                }
            }
        }
        return safe.toString();
    }

    Html element(String name, String text) {
        page.append('<')
                .append(name)
                .append('>')
                .append(escape(text))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    Html note(String text) {
        page.append("<p class=\"note\">").append(escape(text)).append("</p>\n");
        return this;
    }

    Html list(Collection<String> items) {
        page.append("<ul>");
        items.forEach(item -> page.append("<li>").append(escape(item)).append("</li>"));
        page.append("</ul>\n");
        return this;
    }

    /** Adds a table of facts; one without a value is left out. */
    Html facts(List<String[]> facts) {
        page.append("<table>");
        for (String[] fact : facts) {
            if (!fact[1].isEmpty()) {
                page.append("<tr><th scope=\"row\">")
                        .append(escape(fact[0]))
                        .append("</th><td>")
                        .append(escape(fact[1]))
                        .append("</td></tr>\n");
            }
        }
        page.append("</table>\n");
        return this;
    }

    Html table(List<String> heads, List<List<String>> rows) {
        page.append("<table><thead><tr>");
        heads.forEach(
                head -> page.append("<th scope=\"col\">").append(escape(head)).append("</th>"));
        page.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>").append(escape(cell)).append("</td>"));
            page.append("</tr>\n");
        }
        page.append("</tbody></table>\n");
        return this;
    }

    String done() {
        return page.append("</body></html>\n").toString();
    }
}
