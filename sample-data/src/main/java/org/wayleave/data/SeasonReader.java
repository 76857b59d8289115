package org.wayleave.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads how busy the times of a year, a week and a day are, and when prices are reduced. */
final class SeasonReader {
    private final RecipeNode node;

    SeasonReader(RecipeNode node) {
        this.node = node.only("months", "weekdays", "hours", "sales", "vouchers");
    }

    RecipeContent.Season read() {
        RecipeNode hours = node.object("hours");
        Set<String> devices = RecipeReader.names(Device.values(), Device::wire);
        hours.only(devices.toArray(String[]::new));
        double[][] byDevice = devices.stream()
                .map(device -> hours.numbers(device, 24, 0, 1000))
                .toArray(double[][]::new);
        List<RecipeContent.Sale> sales = new ArrayList<>();
        for (RecipeNode sale : node.has("sales") ? node.list("sales") : List.<RecipeNode>of()) {
            sale.only("title", "from", "to", "discount");
            int from = monthDay(sale, "from");
            int to = monthDay(sale, "to");
            if (to < from) {
                throw new RecipeException(
                        sale.path() + ".to must not be before from; split a sale at the turn of the year");
            }
            sales.add(new RecipeContent.Sale(sale.text("title"), from, to, sale.share("discount")));
        }
        RecipeNode vouchers = node.has("vouchers") ? node.object("vouchers").only("share", "discount") : null;
        return new RecipeContent.Season(
                node.numbers("months", 12, 0.01, 100),
                node.numbers("weekdays", 7, 0.01, 100),
                byDevice,
                sales,
                vouchers == null ? 0 : vouchers.share("share"),
                vouchers == null ? 0 : vouchers.share("discount"));
    }

    private static int monthDay(RecipeNode node, String name) {
        String text = node.text(name);
        if (!text.matches("(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")) {
            throw new RecipeException(node.path() + "." + name + " must be month and day such as 11-30, is " + text);
        }
        return Integer.parseInt(text.substring(0, 2)) * 100 + Integer.parseInt(text.substring(3));
    }
}
