pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// A person stands at the desk: what they need is typed, found, put into their plan and handed over, all by keys.
DeskPage {
    id: root

    required property WalkInViewModel view

    readonly property SearchingViewModel searching: root.view.searching
    readonly property bool covered: !root.reachable || root.view.handing.codeOpen || root.view.together.open
    readonly property int side: Math.max(Theme.mm(176), Math.round(root.width * 0.31))

    title: qsTr("Walk-in")
    first: query

    // Beside the title; above the search where the title bar has no room.
    readonly property bool stacked: root.width < Theme.mm(440)
    readonly property bool scrolls: root.stacked || root.height < Theme.mm(260)

    beside: root.stacked ? null : about

    Component {
        id: about

        WalkInAbout {
            view: root.view
        }
    }

    function arrive() {
        query.focusField();
    }

    Component.onCompleted: query.show(root.searching.query)

    Connections {
        target: root.view

        function onAdded(words: string) {
            root.Accessible.announce(words, Accessible.Polite);
        }
        function onCleared() {
            query.show("");
            query.focusField();
        }
    }
    Connections {
        target: root.view.handing

        function onTold(words: string) {
            root.Accessible.announce(words, Accessible.Polite);
        }
    }
    Connections {
        target: root.view.asking

        function onAsked(words: string) {
            if (words === "" && !root.covered)
                query.focusField();
        }
    }
    Connections {
        target: root.searching

        // A number that identifies a person is taken out of the field at once.
        function onChanged() {
            query.show(root.searching.query);
        }
    }
    Repeater {
        model: 9

        Item {
            id: digit

            required property int index

            Shortcut {
                sequences: ["Alt+" + (digit.index + 1)]
                enabled: !root.covered
                onActivated: root.view.add(digit.index)
            }
            // Where a field has the focus, a digit is typed; while a question is asked, it answers.
            KeyShortcut {
                key: String(digit.index + 1)
                enabled: !root.view.asking.open && !root.covered
                onPressed: root.view.add(digit.index)
            }
        }
    }
    Shortcut {
        sequences: ["PgDown"]
        enabled: !root.covered
        onActivated: root.searching.turn(1)
    }
    Shortcut {
        sequences: ["PgUp"]
        enabled: !root.covered
        onActivated: root.searching.turn(-1)
    }
    DeskScroll {
        id: scroll

        anchors.fill: parent
        anchors.margins: Theme.gapLarge
        anchors.topMargin: Theme.gapLarge - Theme.gap
        // Nothing of it shows under the code: the screen is turned to the person.
        visible: !root.covered

        GridLayout {
            // Room for the ring around the search.
            y: Theme.gap
            width: parent.width
            height: root.scrolls ? implicitHeight + Theme.gap : scroll.height - Theme.gap - Theme.gapTiny
            columns: root.stacked ? 1 : 2
            columnSpacing: Theme.gapLarge
            rowSpacing: Theme.gapLarge

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumWidth: 0
                spacing: Theme.gapWide

                Loader {
                    Layout.fillWidth: true
                    active: root.stacked
                    visible: active
                    sourceComponent: about
                }
                QueryField {
                    id: query

                    Layout.fillWidth: true
                    count: root.searching.count
                    onEdited: text => root.searching.type(text)
                    onAccepted: root.view.add(0)
                    onDown: results.focusFirst()
                }
                RowLayout {
                    id: notice

                    readonly property bool bad: root.searching.trouble !== ""

                    Layout.fillWidth: true
                    visible: notice.bad || root.searching.readAs !== ""
                    spacing: Theme.gap

                    Symbol {
                        name: notice.bad ? "alert-circle" : "edit"
                        colour: notice.bad ? Theme.colours.danger : Theme.colours.action
                    }
                    Words {
                        Layout.fillWidth: true
                        text: notice.bad ? root.searching.trouble : qsTr("Read as “%1”").arg(root.searching.readAs)
                        color: notice.bad ? Theme.colours.danger : Theme.colours.ink
                    }
                    DeskButton {
                        visible: root.searching.readAs !== ""
                        text: root.searching.typedInstead
                        key: "Alt+T"
                        onClicked: root.searching.takeAsTyped()
                    }
                }
                Flow {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Repeater {
                        id: filters

                        property int current: 0

                        function focusOn(at: int) {
                            const there = filters.itemAt(Math.max(0, Math.min(at, filters.count - 1)));
                            there.forceActiveFocus(Qt.TabFocusReason);
                        }

                        function keep(at: int) {
                            filters.current = at;
                        }

                        model: root.searching.filters

                        PickChip {
                            id: filter

                            required property int index
                            required property string label
                            required property bool on
                            required property string filterSymbol
                            required property string filterKey

                            symbol: root.width < Theme.mm(640) ? "" : filterSymbol
                            text: label
                            checked: on
                            focusPolicy: activeFocus || index === filters.current ? Qt.StrongFocus : Qt.ClickFocus
                            Accessible.description: qsTr("Key %1").arg("Ctrl+" + (index + 1))
                            Keys.onLeftPressed: filters.focusOn(index - 1)
                            Keys.onRightPressed: filters.focusOn(index + 1)
                            onActiveFocusChanged: if (activeFocus)
                                Qt.callLater(filters.keep, index)
                            onClicked: {
                                root.searching.toggle(filterKey);
                                checked = Qt.binding(() => on);
                            }

                            Shortcut {
                                sequences: ["Ctrl+" + (filter.index + 1)]
                                onActivated: root.searching.toggle(filter.filterKey)
                            }
                        }
                    }
                }
                ResultsPanel {
                    id: results

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    view: root.view
                    whole: root.scrolls
                    onGone: query.focusField()
                }
            }
            ColumnLayout {
                Layout.minimumWidth: root.stacked ? 0 : root.side
                Layout.preferredWidth: root.side
                Layout.maximumWidth: root.stacked ? root.width : root.side
                Layout.fillWidth: root.stacked
                Layout.fillHeight: true
                spacing: Theme.gapWide

                BasketPanel {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    basket: root.view.basket
                    asking: root.view.asking
                    whole: root.scrolls
                }
                HandOverPanel {
                    Layout.fillWidth: true
                    view: root.view
                }
            }
        }
    }
    Loader {
        anchors.fill: parent
        active: root.view.handing.codeOpen
        sourceComponent: CodeSheet {
            handing: root.view.handing
        }
        onLoaded: (item as CodeSheet).arrive()
        onActiveChanged: if (!active)
            Qt.callLater(query.focusField)
    }
    Loader {
        anchors.fill: parent
        active: root.view.together.open
        sourceComponent: CallSheet {
            together: root.view.together
        }
        onLoaded: (item as CallSheet).arrive()
        onActiveChanged: if (!active)
            Qt.callLater(query.focusField)
    }
}
