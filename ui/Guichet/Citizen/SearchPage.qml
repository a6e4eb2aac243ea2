pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C15: a field, answers as one types, services from A to Z, and a keyboard of our own.
FocusScope {
    id: root

    required property SearchViewModel view

    property bool typing: true

    // Where only the lower half of a wide screen is used, there is room for the keys or for the answers.
    readonly property bool low: Theme.landscape && (root.height < Theme.mm(150) || Theme.steady)
    readonly property bool amongKeys: root.low && root.typing
    readonly property bool wide: Theme.landscape && Theme.letters < 2 && !root.low
    readonly property bool tight: root.low || (!root.wide && root.height - keyboard.implicitHeight < Theme.mm(130))
    readonly property bool split: root.wide || root.low
    readonly property bool keysShown: root.typing || root.wide
    readonly property real column: root.split ? Math.min(Theme.mm(236), root.width * (root.low && Theme.shallow ? 0.42 : 0.54)) : root.width - Theme.margin * 2
    readonly property real rest: root.width - root.column - Theme.margin * 2 - Theme.gapHuge
    readonly property real secondX: Theme.margin + root.column + Theme.gapHuge
    readonly property bool answered: root.view.count !== "" || root.view.nothing !== ""
    readonly property bool answeredBeside: root.wide && Theme.letters > 0

    // Room for the field and the answers alone: a touch on the field brings the keys back.
    readonly property bool cramped: !root.split && !root.typing && (Theme.steady || Theme.letters > 0) && root.height < Theme.mm(125)

    readonly property bool titled: !root.low && !root.cramped && !(root.tight && Theme.letters === 2) && !(root.typing && (root.tight || Theme.letters === 2)) && !(root.answeredBeside && root.view.refused) && !(Theme.landscape && Theme.letters === 2 && (root.answered || root.view.browsing))

    function startTyping() {
        if (root.view.browsing)
            root.view.type("");
        root.typing = true;
        field.focusField();
    }

    function search() {
        root.typing = root.view.query === "";
        field.focusField();
    }

    focus: true

    Component.onCompleted: {
        root.typing = root.view.query === "" && !root.view.browsing && !root.tight;
        field.show(root.view.query);
        field.focusField();
    }
    Component.onDestruction: Theme.typing = false

    component Understood: GridLayout {
        columns: root.view.typedInstead !== "" && Theme.letters === 0 ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gapTiny

        Words {
            readonly property bool live: true

            Layout.fillWidth: true
            text: root.view.nothing !== "" ? root.view.nothing : root.view.readAs !== "" ? qsTr("Showing results for “%1”").arg(root.view.readAs) : root.view.count
            color: root.view.readAs === "" && root.view.nothing === "" ? Theme.colours.inkSoft : Theme.colours.ink
            font.pixelSize: root.view.nothing === "" ? Theme.meta : Theme.body
            font.weight: Font.DemiBold
        }
        ActionButton {
            visible: root.view.typedInstead !== "" && !(root.tight && root.typing)
            least: Theme.target
            quiet: true
            text: root.view.typedInstead
            font.pixelSize: Theme.meta
            onClicked: root.view.takeAsTyped()
        }
    }

    Binding {
        target: Theme
        property: "typing"
        value: root.typing && Theme.narrow
    }
    Connections {
        target: root.view

        function onChanged() {
            field.show(root.view.query);
            results.page(-100);
            if (root.low && root.view.refused)
                root.typing = false;
        }
    }
    ColumnLayout {
        id: head

        x: root.amongKeys ? keyboard.x + keyboard.place.x : Theme.margin
        y: root.amongKeys ? keyboard.y : Theme.gapTiny
        width: root.amongKeys ? keyboard.place.width : root.column
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            visible: root.titled
            heading: true
            text: qsTr("What are you looking for?")
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }
        SearchField {
            id: field

            Layout.fillWidth: true
            keySide: keyboard.keySide
            slim: root.amongKeys || (root.tight && root.typing) || (root.low && Theme.letters === 2 && !Theme.needy && root.height < Theme.mm(100))
            onEdited: words => {
                if (words !== root.view.query)
                    root.view.type(words);
            }
            onAccepted: root.search()
            onTouched: root.startTyping()
        }
        NoteBox {
            Layout.fillWidth: true
            visible: root.view.refused && !root.amongKeys
            symbol: "alert-circle"
            title: qsTr("Please do not type this here.")
            text: qsTr("Bring the card.")
        }
        Understood {
            Layout.fillWidth: true
            // The largest letters and targets leave room above the keys for the way to the answers alone.
            visible: root.answered && !root.answeredBeside && !root.amongKeys && !(root.typing && Theme.narrow && Theme.needy)
        }
        ActionButton {
            Layout.fillWidth: true
            visible: root.tight && root.typing && root.answered && !root.amongKeys
            least: Theme.target
            symbol: "chevron-down"
            text: qsTr("See the answers")
            font.pixelSize: Theme.body
            onClicked: root.typing = false
        }
        ActionButton {
            Layout.fillWidth: true
            visible: root.low && !root.typing
            least: Theme.target
            quiet: true
            symbol: Theme.shallow && Theme.letters === 2 ? "" : "edit"
            text: qsTr("Show the keyboard")
            font.pixelSize: Theme.body
            onClicked: root.startTyping()
        }
    }
    Scroller {
        id: results

        x: root.split ? root.secondX : Theme.margin
        y: root.split ? Theme.gapTiny : head.y + head.height + Theme.gap
        width: root.split ? root.rest : root.column
        height: (root.split || root.cramped ? root.height : tray.y) - y - Theme.gap
        visible: !(root.tight && root.typing)
        spacingInside: Theme.gap

        Understood {
            Layout.fillWidth: true
            visible: root.answered && root.answeredBeside
        }
        Words {
            Layout.fillWidth: true
            visible: root.view.suggestions.length > 0
            heading: true
            text: qsTr("For example")
            font.pixelSize: Theme.section
            font.weight: Font.DemiBold
        }
        GridLayout {
            Layout.fillWidth: true
            visible: root.view.suggestions.length > 0
            columns: Theme.letters === 2 || root.answeredBeside || root.low && (Theme.letters > 0 || Theme.shallow) ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true

            Repeater {
                model: root.view.suggestions

                ActionButton {
                    required property string modelData

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    quiet: true
                    text: modelData
                    onClicked: {
                        root.typing = false;
                        root.view.type(text);
                    }
                }
            }
        }
        Flow {
            Layout.fillWidth: true
            visible: root.view.browsing
            spacing: Theme.mm(2.5)

            Repeater {
                model: root.view.letters

                Key {
                    required property string modelData

                    width: Math.max(Theme.mm(21), implicitContentWidth + Theme.gap * 2)
                    height: Theme.target
                    font.pixelSize: Math.min(Theme.answer, Theme.mm(12))
                    primary: modelData === root.view.letter
                    text: modelData
                    Accessible.checkable: true
                    Accessible.checked: primary
                    onClicked: root.view.choose(modelData)
                }
            }
        }
        Words {
            Layout.fillWidth: true
            visible: root.view.browsing && root.view.letter === ""
            text: qsTr("Touch the first letter of the service.")
        }
        Words {
            Layout.fillWidth: true
            visible: root.view.nothing !== ""
            text: qsTr("Perhaps one of these:")
        }
        NearList {
            Layout.fillWidth: true
            rows: root.view.rows
            scroller: results
            onChosen: (kind, target) => root.view.open(kind, target)
        }
        RowButton {
            Layout.fillWidth: true
            visible: !root.view.browsing
            symbol: "list-letters"
            text: qsTr("All services, A to Z")
            onClicked: {
                root.typing = false;
                root.view.browse();
            }
        }
        RowButton {
            Layout.fillWidth: true
            visible: root.view.canTellMissing
            leads: false
            symbol: "message-2"
            text: qsTr("Tell us it is missing")
            detail: qsTr("One touch. What you typed is not kept.")
            onClicked: root.view.tellMissing()
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.thanks
            color: Theme.colours.success
            font.weight: Font.DemiBold
            Accessible.role: Accessible.AlertMessage
        }
        RowButton {
            Layout.fillWidth: true
            visible: root.answered || root.view.browsing
            symbol: "user"
            text: qsTr("Ask staff")
            onClicked: root.view.openHelp()
        }
    }
    Rectangle {
        id: tray

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: (root.typing ? keyboard.implicitHeight : Theme.target) + Theme.gap * 2
        visible: !root.split && !root.cramped
        color: Theme.colours.tray

        ActionButton {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            least: Theme.target
            visible: !root.typing
            quiet: true
            symbol: "edit"
            text: qsTr("Show the keyboard")
            onClicked: root.startTyping()
        }
    }
    Keyboard {
        id: keyboard

        x: root.split ? Theme.margin : (root.width - width) / 2
        y: root.height - height - (root.low ? Theme.gapTiny : Theme.gap)
        width: root.low ? root.width - Theme.margin * 2 : Math.min(root.column, Theme.mm(310))
        height: implicitHeight
        visible: root.keysShown
        language: root.view.language
        flat: root.low
        // Both steady and low leave no room for keys of 30 mm.
        keySide: Theme.steady && Theme.lower ? Theme.mm(20) : Theme.target
        onTyped: letter => field.put(letter)
        onErased: field.eraseOne()
        onSearched: root.search()
    }
}
