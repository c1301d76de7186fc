// The values of the cases as go-mssqldb takes and gives them.
package main

import (
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/golang-sql/civil"
	mssql "github.com/microsoft/go-mssqldb"
	"github.com/shopspring/decimal"
)

// The rows of a table of cases: tab-separated, "a×3" is aaa, \N is NULL.
func rowsOf(name string) [][]string {
	text := must(os.ReadFile(filepath.Join(env("CASES"), name)))
	rows := [][]string{}
	for _, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")[1:] {
		rows = append(rows, strings.Split(line, "\t"))
	}
	return rows
}

func spelledOut(text string) *string {
	if text == `\N` {
		return nil
	}
	if unit, count, repeated := strings.Cut(text, "×"); repeated {
		text = strings.Repeat(unit, must(strconv.Atoi(count)))
	}
	return &text
}

func base(kind string) string { return strings.Split(kind, "(")[0] }

// The Go value that go-mssqldb reads for a text of values.tsv.
func native(kind string, text *string) any {
	if text == nil {
		return nil
	}
	switch base(kind) {
	case "bit":
		return *text == "1"
	case "tinyint", "smallint", "int", "bigint":
		return must(strconv.ParseInt(*text, 10, 64))
	case "real":
		return float64(float32(must(strconv.ParseFloat(*text, 32))))
	case "float":
		return must(strconv.ParseFloat(*text, 64))
	case "decimal", "money", "smallmoney":
		return []byte(*text)
	case "binary", "varbinary", "image":
		return must(hex.DecodeString(*text))
	case "uniqueidentifier":
		var id mssql.UniqueIdentifier
		check(id.Scan(*text))
		return must(id.Value())
	case "date":
		return must(time.Parse("2006-01-02", *text))
	case "time":
		return must(time.Parse("2006-01-02 15:04:05", "0001-01-01 "+*text))
	case "datetime", "smalldatetime", "datetime2":
		return must(time.Parse("2006-01-02 15:04:05", *text))
	case "datetimeoffset":
		return must(time.Parse("2006-01-02 15:04:05 -07:00", *text))
	}
	return *text
}

// The same value as a parameter of that type.
func typed(kind string, text *string) any {
	value := native(kind, text)
	switch base(kind) {
	case "decimal":
		if text != nil {
			return must(decimal.NewFromString(*text))
		}
	case "money", "smallmoney":
		if text != nil {
			return mssql.Money[decimal.Decimal]{Decimal: must(decimal.NewFromString(*text))}
		}
	case "varchar", "char":
		if text != nil {
			return mssql.VarChar(*text)
		}
	case "binary", "varbinary":
		if text == nil {
			return []byte(nil)
		}
	case "datetime", "smalldatetime":
		if text != nil {
			return mssql.DateTime1(value.(time.Time))
		}
	case "date":
		if text != nil {
			return civil.DateOf(value.(time.Time))
		}
	case "time":
		if text != nil {
			return civil.TimeOf(value.(time.Time))
		}
	case "datetime2":
		if text != nil {
			return civil.DateTimeOf(value.(time.Time))
		}
	}
	return value
}

func same(kind string, got any, text *string) {
	if instant, is := got.(time.Time); is && kind != "sql_variant" {
		equal(instant.Format(time.RFC3339Nano), native(kind, text).(time.Time).Format(time.RFC3339Nano))
	} else if kind == "sql_variant" && text != nil {
		variants := map[string]string{"int64": "bigint", "float64": "float", "time.Time": "datetime2"}
		kind = variants[fmt.Sprintf("%T", got)]
		if bytes, is := got.([]byte); is && *text == "CAFE" {
			equal(strings.ToUpper(hex.EncodeToString(bytes)), *text)
			return
		} else if is {
			got = string(bytes)
		}
		same(kind, got, text)
	} else {
		equal(got, native(kind, text))
	}
}
