package org.wayleave.app.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.ui.page.DrawerTab;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.PageHeader;
import org.wayleave.ui.page.Place;

/** A page that remembers what the window asked of it. */
final class PageOfTests implements Page {
    final List<Place> opened = new ArrayList<>();
    final StringProperty problems = new SimpleStringProperty("");
    final StringProperty run = new SimpleStringProperty("");
    private final String id;
    private final PageHeader header = new PageHeader("Page");
    private final StackPane content = new StackPane();
    private final ObservableList<DrawerTab> drawer;

    PageOfTests(String id) {
        this.id = id;
        drawer = FXCollections.observableArrayList(
                new DrawerTab("problems", "Problems", problems, new StackPane()),
                new DrawerTab("run", "Run", run, new StackPane()));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return id;
    }

    @Override
    public Ikon icon() {
        return Feather.HOME;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public ObservableList<DrawerTab> drawer() {
        return drawer;
    }

    @Override
    public void open(Place place) {
        opened.add(place);
    }
}
