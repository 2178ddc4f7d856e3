using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    public static Output<(T1, T2)> Tuple<T1, T2>(
        Input<T1> item1, Input<T2> item2)
    {
        return new(GatherAsync());

        async Task<OutputData<(T1, T2)>> GatherAsync()
        {
            var sum = new OutputSum();
            var value1 = sum.Add(await ((Output<T1>)item1).DataTask.ConfigureAwait(false));
            var value2 = sum.Add(await ((Output<T2>)item2).DataTask.ConfigureAwait(false));
            return sum.Of((value1, value2));
        }
    }

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3)
    {
        return new(GatherAsync());

        async Task<OutputData<(T1, T2, T3)>> GatherAsync()
        {
            var sum = new OutputSum();
            var value1 = sum.Add(await ((Output<T1>)item1).DataTask.ConfigureAwait(false));
            var value2 = sum.Add(await ((Output<T2>)item2).DataTask.ConfigureAwait(false));
            var value3 = sum.Add(await ((Output<T3>)item3).DataTask.ConfigureAwait(false));
            return sum.Of((value1, value2, value3));
        }
    }

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6)
    {
        return new(GatherAsync());

        async Task<OutputData<(T1, T2, T3, T4, T5, T6)>> GatherAsync()
        {
            var sum = new OutputSum();
            var value1 = sum.Add(await ((Output<T1>)item1).DataTask.ConfigureAwait(false));
            var value2 = sum.Add(await ((Output<T2>)item2).DataTask.ConfigureAwait(false));
            var value3 = sum.Add(await ((Output<T3>)item3).DataTask.ConfigureAwait(false));
            var value4 = sum.Add(await ((Output<T4>)item4).DataTask.ConfigureAwait(false));
            var value5 = sum.Add(await ((Output<T5>)item5).DataTask.ConfigureAwait(false));
            var value6 = sum.Add(await ((Output<T6>)item6).DataTask.ConfigureAwait(false));
            return sum.Of((value1, value2, value3, value4, value5, value6));
        }
    }

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6,
        Input<T7> item7, Input<T8> item8)
    {
        return new(GatherAsync());

        async Task<OutputData<(T1, T2, T3, T4, T5, T6, T7, T8)>> GatherAsync()
        {
            var sum = new OutputSum();
            var value1 = sum.Add(await ((Output<T1>)item1).DataTask.ConfigureAwait(false));
            var value2 = sum.Add(await ((Output<T2>)item2).DataTask.ConfigureAwait(false));
            var value3 = sum.Add(await ((Output<T3>)item3).DataTask.ConfigureAwait(false));
            var value4 = sum.Add(await ((Output<T4>)item4).DataTask.ConfigureAwait(false));
            var value5 = sum.Add(await ((Output<T5>)item5).DataTask.ConfigureAwait(false));
            var value6 = sum.Add(await ((Output<T6>)item6).DataTask.ConfigureAwait(false));
            var value7 = sum.Add(await ((Output<T7>)item7).DataTask.ConfigureAwait(false));
            var value8 = sum.Add(await ((Output<T8>)item8).DataTask.ConfigureAwait(false));
            return sum.Of((value1, value2, value3, value4, value5, value6, value7, value8));
        }
    }
}
