package org.wayleave.app.cli;

import java.time.InstantSource;
import java.util.List;

/** The commands that this version offers. */
public final class Commands {
    private Commands() {}

    /** The whole command line on a terminal. */
    public static Cli on(Terminal terminal, InstantSource clock, DesktopStart desktop) {
        return new Cli(
                terminal,
                desktop,
                List.of(
                        Cli.single(new DemoCommand(terminal, clock)),
                        Cli.single(new NewCommand(terminal, clock)),
                        Cli.single(new InfoCommand(terminal, clock)),
                        Cli.single(new SimulateCommand(terminal, clock)),
                        Cli.single(new ExplainCommand(terminal, clock)),
                        Cli.single(new CompareCommand(terminal, clock)),
                        Cli.single(new CheckCommand(terminal, clock)),
                        Cli.group(
                                new PolicyCommand(terminal),
                                List.of(
                                        new PolicyEvalCommand(terminal),
                                        new PolicyTestCommand(terminal),
                                        new PolicyFmtCommand(terminal),
                                        new PolicyLintCommand(terminal),
                                        new PolicyBenchCommand(terminal))),
                        Cli.single(new EventsCommand(terminal, clock)),
                        Cli.single(new IdentityCommand(terminal, clock)),
                        Cli.single(new FeaturesCommand(terminal, clock)),
                        Cli.single(new RopaCommand(terminal, clock)),
                        Cli.group(
                                new ConsentCommand(terminal),
                                List.of(
                                        new ConsentExportCommand(terminal, clock),
                                        new ConsentImportCommand(terminal, clock),
                                        new ConsentTcfCommand(terminal))),
                        Cli.single(new BudgetCommand(terminal, clock)),
                        Cli.single(new ReleaseCommand(terminal, clock)),
                        Cli.single(new QualityCommand(terminal, clock)),
                        Cli.single(new ImportCommand(terminal, clock)),
                        Cli.single(new ExportCommand(terminal, clock)),
                        Cli.group(new AuditCommand(terminal), List.of(new AuditCommand.Verify(terminal, clock)))));
    }
}
