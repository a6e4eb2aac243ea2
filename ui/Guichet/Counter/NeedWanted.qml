pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// What was needed: typed and chosen, or one of what is often missing here.
ColumnLayout {
    id: root

    required property NeedViewModel view
    readonly property Item line: field

    spacing: Theme.gap

    NeedRow {
        Layout.fillWidth: true
        visible: root.view.chosen
        text: root.view.wanted
        symbol: "heart-handshake"
        settled: true
        Accessible.name: qsTr("Needed: %1. Choose something else").arg(root.view.wanted)
        onClicked: {
            root.view.chooseAgain();
            field.line.forceActiveFocus(Qt.TabFocusReason);
        }
    }
    Field {
        id: field

        Layout.fillWidth: true
        visible: !root.view.chosen
        label: qsTr("A kind of help, a service or a situation, or a few words. No name and no number.")
        hint: qsTr("dentist, housing, interpreter…")
        symbol: "search"
        text: root.view.query
        problem: root.view.caution
        maximumLength: 60
        onEdited: text => root.view.search(text)
        onAccepted: root.view.choose(-1)
        Keys.onDownPressed: {
            const next = field.line.nextItemInFocusChain(true);
            if (next !== null)
                next.forceActiveFocus(Qt.TabFocusReason);
        }
    }
    Repeater {
        model: root.view.chosen ? null : root.view.found

        NeedRow {
            required property int index
            required property string name

            Layout.fillWidth: true
            text: name
            required detail
            required symbol
            cap: index === 0 ? "↵" : ""
            onClicked: root.view.choose(index)
        }
    }
    Words {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap
        visible: often.count > 0 && !root.view.chosen && root.view.query === ""
        heading: true
        text: qsTr("Often missing here")
        color: Theme.colours.inkSoft
        font.pixelSize: Theme.meta
        font.weight: Font.DemiBold
    }
    Repeater {
        id: often

        model: root.view.chosen || root.view.query !== "" ? null : root.view.often

        NeedRow {
            required property int index
            required property string name

            Layout.fillWidth: true
            text: name
            required detail
            required symbol
            onClicked: root.view.chooseOften(index)
        }
    }
}
