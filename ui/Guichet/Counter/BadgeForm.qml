import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls

// A badge is made and printed; how it fares.
PeopleForm {
    id: root

    readonly property BadgePrinting printing: root.view.printing as BadgePrinting

    act: !root.printing.possible || root.printing.printed ? "" : root.printing.news === "" || root.printing.coming ? qsTr("Print the badge") : qsTr("Print again")
    ready: !root.printing.coming
    onDone: root.view.printBadge()

    Words {
        Layout.fillWidth: true
        text: root.printing.possible ? qsTr("Whoever holds it can sign in without a PIN. The badge before it opens nothing any more.") : qsTr("There is no printer here. On this machine, “guichet staff badge” makes a picture of it.")
    }
    Chip {
        text: root.printing.news
        symbol: root.printing.printed ? "circle-check" : "printer"
        tone: root.printing.printed ? "good" : root.printing.coming ? "calm" : "warn"
    }
}
